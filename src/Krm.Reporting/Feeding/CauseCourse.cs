using Krm.Analytics.Causes;
using Krm.Analytics.Causes.Detectors;
using Krm.Analytics.Counting;

namespace Krm.Reporting.Feeding;

/// <summary>The course of the series a cause was found in, with the band of what is usual.</summary>
internal static class CauseCourse
{
    private const double MostWithheld = .2;
    private const int LongestCourse = 130;

    private static readonly int[] MergedWeeks = [1, 2, 4, 13];
    private static readonly int[] MergedMonths = [1, 3];

    /// <summary>Counts per period, put together until few of them are so small that they are withheld.</summary>
    public static IReadOnlyList<CausePoint> Of(RecurringCause cause, CountCube cube, int smallestCount)
    {
        if (cube.First is not { } first || cube.Last is not { } last)
        {
            return [];
        }

        var counts = Counts(cause, cube, first, last);
        var isWeekly = cube.Plan.Period == PeriodKind.Week;
        var merged = isWeekly ? MergedWeeks : MergedMonths;
        var width = merged.FirstOrDefault(width => Withheld(Merge(counts, width), smallestCount) <= MostWithheld, merged[^1]);
        var values = Merge(counts, width);
        if (values.Count < 3)
        {
            return [];
        }

        // Periods are put together from the end, so that the newest one is whole; what is left over at the start is dropped.
        var start = first.Plus(counts.Length - (values.Count * width));
        return [.. Score(values, width, isWeekly ? 52.1775 / width : 12.0 / width)
            .Select((score, index) => new CausePoint(
                start.Plus(index * width).Start,
                values[index] > 0 && values[index] < smallestCount ? ReportCount.Suppressed : ReportCount.Of(values[index]),
                double.IsFinite(score.Expected) ? score.Expected : null,
                double.IsFinite(score.Upper) ? score.Upper : null))
            .TakeLast(LongestCourse)];
    }

    private static int[] Counts(RecurringCause cause, CountCube cube, CountPeriod first, CountPeriod last)
    {
        var wanted = cause.Cell.Coordinates
            .Select(pair => (Index: cube.Plan.Dimensions.Select((name, index) => (name, index)).First(d => d.name == pair.Key).index, pair.Value))
            .ToList();
        var counts = new int[last.Number - first.Number + 1];
        foreach (var row in cube.Rows)
        {
            if (wanted.TrueForAll(pair => row.Values[pair.Index] == pair.Value))
            {
                counts[row.Period.Number - first.Number] += (int)row.Count;
            }
        }

        return counts;
    }

    private static List<int> Merge(int[] counts, int width)
    {
        var merged = new List<int>();
        for (var end = counts.Length; end >= width; end -= width)
        {
            merged.Insert(0, counts[(end - width)..end].Sum());
        }

        return merged;
    }

    private static double Withheld(List<int> values, int smallestCount) =>
        values.Count == 0 ? 0 : values.Count(value => value > 0 && value < smallestCount) / (double)values.Count;

    private static IReadOnlyList<PeriodScore> Score(List<int> values, int width, double periodsPerYear) => SeriesMonitor.Score(
        values,
        0,
        new SeriesMonitorSettings
        {
            PeriodsPerYear = periodsPerYear,
            ExcludedPeriods = Math.Max(1, 8 / width),
            MinimumHistory = Math.Max(4, 12 / width),
            RefitInterval = Math.Max(1, 4 / width),
        });
}
