using Krm.Analytics.Causes;
using Krm.Analytics.Counting;

namespace Krm.Reporting.Feeding;

/// <summary>The course of the series a cause was found in, with the range of what is usual.</summary>
internal static class CauseCourse
{
    private const double MostWithheld = .2;
    private const int LongestCourse = 130;
    private const double NormalQuantile975 = 1.959963984540054;

    private static readonly int[] MergedWeeks = [1, 2, 4, 13];
    private static readonly int[] MergedMonths = [1, 3];

    /// <summary>Counts per period, put together until few of them are so small that they are withheld.</summary>
    public static (IReadOnlyList<CausePoint> Points, UsualRange? Usual) Of(RecurringCause cause, CountCube cube, int smallestCount)
    {
        if (cube.First is not { } first || cube.Last is not { } last)
        {
            return ([], null);
        }

        var counts = Counts(cause, cube, first, last);
        var widths = cube.Plan.Period == PeriodKind.Week ? MergedWeeks : MergedMonths;
        var width = widths.FirstOrDefault(
            width => Withheld(Merge(counts, width), smallestCount) <= MostWithheld && ShowsFinding(width), widths[^1]);
        var values = Merge(counts, width);
        if (values.Count < 3)
        {
            return ([], null);
        }

        bool ShowsFinding(int width)
        {
            var merged = Merge(counts, width);
            var offset = counts.Length - (merged.Count * width);
            return merged.Where((value, index) => value >= smallestCount
                && first.Plus(offset + (index * width)).Start <= cause.To
                && first.Plus(offset + ((index + 1) * width) - 1).End >= cause.From).Any();
        }

        // Periods are put together from the end, so that the newest one is whole; what is left over at the start is dropped.
        var start = first.Plus(counts.Length - (values.Count * width));
        var starts = values.Select((_, index) => start.Plus(index * width)).ToList();
        var outside = values
            .Where((_, index) => starts[index].Plus(width - 1).End < cause.From || starts[index].Start > cause.To)
            .ToList();
        return (
            [
                .. values.Select((value, index) => new CausePoint(
                    starts[index].Start,
                    value > 0 && value < smallestCount ? ReportCount.Suppressed : ReportCount.Of(value)))
                    .TakeLast(LongestCourse),
            ],
            outside.Count < 3 ? null : Usual(outside));
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

    /// <summary>Mean and 95 % range on the scale of square roots, where the spread of counts does not depend on their size.</summary>
    private static UsualRange Usual(List<int> values)
    {
        var mean = values.Average();
        var dispersion = mean == 0 ? 1 : Math.Max(1, values.Sum(value => (value - mean) * (value - mean)) / mean / (values.Count - 1));
        var half = NormalQuantile975 / 2 * Math.Sqrt(dispersion);
        var low = Math.Max(0, Math.Sqrt(mean) - half);
        var high = Math.Sqrt(mean) + half;
        return new UsualRange(mean, low * low, high * high);
    }
}
