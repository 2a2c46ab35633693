using FsCheck;
using FsCheck.Fluent;
using Krm.Analytics.Causes;
using Krm.Analytics.Counting;

namespace Krm.Analytics.Tests.Causes;

public class CauseDetectorPropertyTests
{
    [Fact]
    public void Detect_ValuesRelabelled_FindsTheSameUnderTheNewNames()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<byte>(), seed =>
        {
            var cases = new SimulatedCases(seed, 1500).Plant(60, 3, 10, "U3", "C4").Plant(20, 2, 12, "U1", "C2");
            var relabelled = new CountCubeBuilder(SimulatedCases.Plan);
            foreach (var (day, values) in cases.Cases)
            {
                relabelled.Add(day, [Relabel(values[0], seed), Relabel(values[1], seed + 1)]);
            }

            var before = new CauseDetector().Detect(cases.Count()).Select(cause => Describe(cause));
            var after = new CauseDetector().Detect(relabelled.Build()).Select(cause => Describe(cause));
            return before.Select(text => text.Numbers).Order().SequenceEqual(after.Select(text => text.Numbers).Order())
                && before.Select(text => Relabel(text.Unit, seed)).Order().SequenceEqual(after.Select(text => text.Unit).Order());
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20), property);
    }

    [Fact]
    public void Detect_MoreCasesInAFinding_NeverLowersItsRank()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var previous = int.MaxValue;
            for (var extra = 0; extra <= 24; extra += 6)
            {
                var cases = new SimulatedCases(seed).Plant(60, 3, 10, "U3", "C4").Plant(20, 2, 12, "U1", "C2").Plant(60, 3, extra, "U3", "C4");
                var findings = new CauseDetector().Detect(cases.Count());
                var rank = findings.Index().First(pair => pair.Item.Cell.ToString() == "unit=U3, category=C4" && pair.Item.From.Year == 2025).Index;
                Assert.True(rank <= previous, $"seed {seed}, {extra} more cases: rank {rank} after {previous}");
                previous = rank;
            }
        }
    }

    private static string Relabel(string value, int seed) => value.Length == 0 ? value : $"{(char)('A' + ((value[^1] + seed) % 11))}-{value}";

    private static (string Numbers, string Unit) Describe(RecurringCause cause) => (
        $"{cause.Pattern} {cause.From} {cause.To} {cause.Observed} {cause.Expected:E8} {cause.PValue:E6} {cause.QValue:E4}",
        cause.Cell.Coordinates.Where(pair => pair.Key == "unit").Select(pair => pair.Value).FirstOrDefault(""));
}
