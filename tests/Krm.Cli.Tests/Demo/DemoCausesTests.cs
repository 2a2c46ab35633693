using Krm.Analytics.Causes;
using Krm.Analytics.Counting;
using Krm.Cli.Demo;

namespace Krm.Cli.Tests.Demo;

/// <summary>The planted causes of the bundled backlog are found, and nothing is found where nothing is.</summary>
public sealed class DemoCausesTests
{
    private static readonly CauseDetector Detector = new();

    [Fact]
    public void Detect_BundledBacklog_FindsEveryPlantedCause()
    {
        var found = Detect(DemoBacklog.Generate());

        foreach (var cause in DemoBacklog.PlantedCauses)
        {
            Assert.Contains(found, one =>
                Value(one, "label") == cause.Category
                && (cause.Place is null || Value(one, "ortsteil") == cause.Place)
                && one.From <= cause.To && one.To >= cause.From);
        }
    }

    [Fact]
    public void Detect_OtherSeeds_FindsNearlyEveryPlantedCause()
    {
        var planted = 0;
        var hits = 0;
        for (var seed = 1; seed <= 10; seed++)
        {
            var found = Detect(DemoBacklog.Generate(seed));
            foreach (var cause in DemoBacklog.PlantedCauses)
            {
                planted++;
                hits += found.Any(one => Value(one, "label") == cause.Category && one.From <= cause.To && one.To >= cause.From) ? 1 : 0;
            }
        }

        Assert.True(hits >= planted * 0.9, $"{hits} of {planted} planted causes found");
    }

    [Fact]
    public void Detect_DatesPermuted_RarelyFindsAnything()
    {
        var cases = DemoBacklog.Generate();
        var seedsWithFinding = 0;
        for (var seed = 1; seed <= 20; seed++)
        {
            var dates = cases.Select(one => one.Received).ToArray();
            new Random(seed).Shuffle(dates);
            seedsWithFinding += Detect([.. cases.Zip(dates, (one, date) => one with { Received = date })]).Count > 0 ? 1 : 0;
        }

        Assert.InRange(seedsWithFinding, 0, 3);
    }

    private static string? Value(RecurringCause cause, string dimension) =>
        cause.Cell.Coordinates.FirstOrDefault(pair => pair.Key == dimension).Value;

    private static IReadOnlyList<RecurringCause> Detect(IReadOnlyList<DemoCase> cases)
    {
        var counts = new CountCubeBuilder(new CountPlan(PeriodKind.Week, ["label", "ortsteil"]));
        foreach (var one in cases)
        {
            counts.Add(one.Received, [one.Category, one.Place]);
        }

        return Detector.Detect(counts.Build(), DemoBacklog.AsOf.PlusDays(-1));
    }
}
