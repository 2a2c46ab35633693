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
        var compared = 0;
        var property = Prop.ForAll(ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<byte>(), (seed, more) =>
        {
            var before = RankOfThePlanted(seed, 0);
            var after = RankOfThePlanted(seed, 1 + (more % 24));
            compared += before is null ? 0 : 1;
            return before is null || after <= before;
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), property);
        Assert.True(compared >= 20, $"found in {compared} of 40");
    }

    private static int? RankOfThePlanted(int seed, int extra)
    {
        var cases = new SimulatedCases(seed).Plant(60, 3, 10, "U3", "C4").Plant(20, 2, 12, "U1", "C2").Plant(60, 3, extra, "U3", "C4");
        var ranks = new CauseDetector().Detect(cases.Count()).Index()
            .Where(pair => pair.Item.Cell.ToString() == "unit=U3, category=C4" && pair.Item.From.Year == 2025).Select(pair => pair.Index).ToList();
        return ranks.Count == 0 ? null : ranks[0];
    }

    private static string Relabel(string value, int seed) => value.Length == 0 ? value : $"{(char)('A' + ((value[^1] + seed) % 11))}-{value}";

    private static (string Numbers, string Unit) Describe(RecurringCause cause) => (
        $"{cause.Pattern} {cause.From} {cause.To} {cause.Observed} {cause.Expected:E8} {cause.PValue:E6} {cause.QValue:E4}",
        cause.Cell.Coordinates.Where(pair => pair.Key == "unit").Select(pair => pair.Value).FirstOrDefault(""));
}
