using Krm.Analytics.Causes;
using Krm.Analytics.Counting;
using NodaTime;

namespace Krm.Analytics.Tests.Causes;

public class CauseDetectorTests
{
    [Fact]
    public void Detect_PlantedBurst_IsFoundInItsCell()
    {
        var cube = new SimulatedCases(1).Plant(60, 3, 10, "U3", "C4").Count();

        var cause = Assert.Single(new CauseDetector().Detect(cube));

        Assert.Equal(CausePattern.Burst, cause.Pattern);
        Assert.Equal("unit=U3, category=C4", cause.Cell.ToString());
        Assert.Equal(SimulatedCases.FirstDay.PlusWeeks(60), cause.From);
        Assert.Equal(SimulatedCases.FirstDay.PlusWeeks(63).PlusDays(-1), cause.To);
        Assert.InRange(cause.Observed, 30, 40);
        Assert.InRange(cause.Excess, cause.ExcessLow, cause.ExcessHigh);
        Assert.InRange(cause.RateRatio, cause.RateRatioLow, cause.RateRatioHigh);
        Assert.True(cause.PValue <= cause.QValue && cause.QValue <= 0.05);
        Assert.Matches("^Von KW 9/2025 bis KW 11/2025 kamen bei unit „U3“, category „C4“ .*-mal so viele", cause.Sentence);
    }

    [Fact]
    public void Detect_PlantedShiftOfACategory_IsFoundOnceForAllUnits()
    {
        var cube = new SimulatedCases(2).Plant(80, 24, 6, "*", "C5").Count();

        var cause = Assert.Single(new CauseDetector().Detect(cube));

        Assert.Equal(CausePattern.Shift, cause.Pattern);
        Assert.Equal("category=C5", cause.Cell.ToString());
        Assert.StartsWith("Seit KW ", cause.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Detect_DatesExchanged_FindsNothingInAlmostAllSeeds()
    {
        var cases = new SimulatedCases(3).Plant(60, 3, 10, "U3", "C4").Plant(80, 24, 6, "*", "C5");
        var detector = new CauseDetector();

        var seedsWithFinding = Enumerable.Range(1, 20).Count(seed => detector.Detect(cases.CountWithDatesExchanged(seed)).Count > 0);

        Assert.InRange(seedsWithFinding, 0, 3);
    }

    [Fact]
    public void Detect_AsOfBeforeTheBurst_DoesNotSeeIt()
    {
        var cube = new SimulatedCases(1).Plant(60, 3, 10, "U3", "C4").Count();

        Assert.Empty(new CauseDetector().Detect(cube, SimulatedCases.FirstDay.PlusWeeks(60).PlusDays(-1)));
    }

    [Fact]
    public void Detect_WithTexts_GivesTypicalTermsAndExamples()
    {
        var cases = new SimulatedCases(1).Plant(60, 3, 10, "U3", "C4");
        var texts = cases.Cases.Select((one, i) => new CaseText(one.Day, one.Values, i < 3000 ? $"Die Lampe {i % 7} ist dunkel." : "Das Kabel am Umspannwerk [NAME] ist gerissen.")).ToList();

        var cause = Assert.Single(new CauseDetector().Detect(cases.Count(), texts: texts));

        Assert.Equal(["gerissen", "kabel", "umspannwerk"], cause.Terms.Order());
        Assert.Equal(["Das Kabel am Umspannwerk [NAME] ist gerissen."], cause.Examples);
    }

    [Fact]
    public void Detect_FewerTextsThanTheMinimumCellSize_GivesNone()
    {
        var cases = new SimulatedCases(1).Plant(60, 3, 10, "U3", "C4");
        var texts = cases.Cases.Skip(3000).Take(4).Select(one => new CaseText(one.Day, one.Values, "Das Kabel ist gerissen.")).ToList();

        var cause = Assert.Single(new CauseDetector().Detect(cases.Count(), texts: texts));

        Assert.Empty(cause.Terms);
        Assert.Empty(cause.Examples);
    }

    [Fact]
    public void Detect_SameCountsInAnyOrder_GivesTheSameFindings()
    {
        var cases = new SimulatedCases(4).Plant(60, 3, 10, "U3", "C4");
        var builder = new CountCubeBuilder(SimulatedCases.Plan);
        foreach (var (day, values) in cases.Cases.Reverse())
        {
            builder.Add(day, values);
        }

        Assert.Equal(
            new CauseDetector().Detect(cases.Count()).Select(cause => (cause.Id, cause.PValue, cause.QValue)),
            new CauseDetector().Detect(builder.Build()).Select(cause => (cause.Id, cause.PValue, cause.QValue)));
    }

    [Fact]
    public void Detect_NothingOrAlmostNothing_FindsNothing()
    {
        var builder = new CountCubeBuilder(SimulatedCases.Plan);
        Assert.Empty(new CauseDetector().Detect(builder.Build()));
        builder.Add(new LocalDate(2026, 1, 5), ["U1", "C1"], 50);
        Assert.Empty(new CauseDetector().Detect(builder.Build()));
        builder.Add(new LocalDate(2026, 8, 3), ["U1", "C2"], 4);
        Assert.Empty(new CauseDetector().Detect(builder.Build(), new LocalDate(2026, 1, 20)));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(double.NaN, 5)]
    [InlineData(0.05, 0)]
    public void Constructor_OptionOutOfRange_IsRefused(double rate, int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CauseDetector(new CauseDetectorOptions { FalseDiscoveryRate = rate, MinimumCellSize = size }));
}
