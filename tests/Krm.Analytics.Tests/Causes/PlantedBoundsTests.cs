using Krm.Analytics.Causes;
using Krm.Analytics.Statistics;
using Xunit.Abstractions;

namespace Krm.Analytics.Tests.Causes;

/// <summary>What no method can do better in <see cref="PlantedSeries"/>: the yardstick for the figures in docs/causes.md.</summary>
public class PlantedBoundsTests(ITestOutputHelper output)
{
    /// <summary>
    /// A judge who knows the window, the expectation and the dispersion, and allows one false finding in a million looks, as
    /// a false discovery rate of 0.05 over 200 series of 522 weeks with windows of all lengths comes to.
    /// </summary>
    [Fact]
    public void Bursts_JudgedByOneWhoKnowsTheWindow_AreNotAllBeyondDoubt()
    {
        var levels = new[] { 1e-3, 1e-4, 1e-5, 1e-6 };
        var pValues = Planted(CausePattern.Burst).Select(burst =>
        {
            var weeks = Enumerable.Range(burst.Cause.Start, burst.Cause.Length).ToList();
            return CountTails.MidP(weeks.Sum(week => burst.Series.Counts[burst.Index][week]), weeks.Sum(week => burst.Series.Means[burst.Index][week]), burst.Series.Dispersions[burst.Index]);
        }).ToList();
        var shares = levels.Select(level => pValues.Count(p => p < level) / (double)pValues.Count).ToList();

        output.WriteLine("bursts beyond doubt at " + string.Join(", ", levels.Zip(shares, (level, share) => $"{level:E0}: {share:F3}")));
        Assert.InRange(shares[0], 0.8, 0.97);
        Assert.InRange(shares[3], 0.5, 0.75);
    }

    /// <summary>Cramér–Rao: the least standard deviation of the date at which a rise began, level and slope unknown.</summary>
    [Fact]
    public void StartsOfTrends_DatedAsWellAsPossible_AreNotDatedToWeeks()
    {
        var deviations = Planted(CausePattern.Trend).Select(LeastDeviation).Order().ToList();
        var share = deviations.Average(deviation => 1 - (2 * ExactTails.NormalUpper(3.5 / deviation)));

        output.WriteLine($"start of a trend: least standard deviation {deviations[deviations.Count / 2]:F1} weeks (median), within three weeks at best {share:F3}");
        Assert.True(deviations[deviations.Count / 2] > 12);
        Assert.InRange(share, 0.05, 0.25);
    }

    private static List<(PlantedSeries Series, int Index, PlantedSeries.Cause Cause)> Planted(CausePattern pattern) =>
    [
        .. from seed in Enumerable.Range(1, SimulationRuns.OrDefault(5))
           let series = new PlantedSeries(seed)
           from index in Enumerable.Range(0, PlantedSeries.SeriesCount)
           let cause = series.Causes[index]
           where cause?.Pattern == pattern
           select (series, index, cause),
    ];

    private static double LeastDeviation((PlantedSeries Series, int Index, PlantedSeries.Cause Cause) trend)
    {
        var slope = Math.Log(trend.Cause.Ratio) / (PlantedSeries.Weeks - trend.Cause.Start);
        var (level, levelSlope, slopeSlope, levelStart, slopeStart, startStart) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var week = 0; week < PlantedSeries.Weeks; week++)
        {
            var since = Math.Max(0, week - trend.Cause.Start);
            var later = week > trend.Cause.Start ? -slope : 0;
            var weight = trend.Series.Means[trend.Index][week] * Math.Exp(slope * since) / trend.Series.Dispersions[trend.Index];
            level += weight;
            levelSlope += weight * since;
            slopeSlope += weight * since * since;
            levelStart += weight * later;
            slopeStart += weight * since * later;
            startStart += weight * later * later;
        }

        var minor = (level * slopeSlope) - (levelSlope * levelSlope);
        var determinant = (startStart * minor)
            - (slopeStart * ((level * slopeStart) - (levelSlope * levelStart)))
            + (levelStart * ((levelSlope * slopeStart) - (slopeSlope * levelStart)));
        return Math.Sqrt(minor / determinant);
    }
}
