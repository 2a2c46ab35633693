using Krm.Analytics.Statistics;

namespace Krm.Analytics.Causes.Patterns;

/// <summary>Looks for a peak that comes back at the same time of the year.</summary>
/// <remarks>
/// Each occurrence is compared with the year around it, so that a trend is no season. The largest occurrence is left out of
/// the test: a single outbreak can never make a season, the others have to show it as well. The courses already
/// have the gentle course of the year in them, which is no cause: the peak has to stand out from that by a third.
/// </remarks>
internal static class SeasonalScan
{
    private const double LeastRatio = 1.3;
    private const double ClearRatio = 1.15;
    private const double Unlikely = 0.001;
    private const double ShareOfClearYears = 0.7;

    private static readonly int[] WeekLengths = [2, 3, 4, 6, 8, 13, 17];
    private static readonly int[] MonthLengths = [1, 2, 3, 4];

    /// <summary>The best recurring window, or <see langword="null"/> if none comes back above expectation.</summary>
    public static SeasonalPeak? FindBest(IReadOnlyList<ReferenceCourse> courses, YearGrid grid)
    {
        var lengths = grid.PeriodsPerYear == 52 ? WeekLengths : MonthLengths;
        var tests = lengths.Sum(length => Math.Min(grid.PeriodsPerYear, 3.0 * grid.PeriodsPerYear / length));
        SeasonalPeak? best = null;
        foreach (var length in lengths)
        {
            for (var phase = 0; phase < grid.PeriodsPerYear; phase++)
            {
                var occurrences = FindOccurrences(grid, phase, length);
                if (occurrences.Count < 2)
                {
                    continue;
                }

                var p = 0.0;
                var ratio = double.PositiveInfinity;
                foreach (var course in courses)
                {
                    var (one, oneRatio) = Test(course, occurrences, grid.PeriodsPerYear);
                    p = Math.Max(p, one);
                    ratio = Math.Min(ratio, oneRatio);
                    if (p > 0.05 || (best is not null && p * tests >= best.PValue))
                    {
                        break;
                    }
                }

                if (p * tests < (best?.PValue ?? 0.05))
                {
                    best = new SeasonalPeak(phase, length, p * tests, ratio, occurrences);
                }
            }
        }

        return best;
    }

    /// <summary>The windows [start, end) of one phase that lie whole in the series.</summary>
    private static List<(int Start, int End)> FindOccurrences(YearGrid grid, int phase, int length) =>
    [
        .. grid.Starts[phase].Where(start => start + length <= grid.Phases.Length).Select(start => (start, start + length)),
    ];

    private static (double P, double Ratio) Test(ReferenceCourse course, List<(int Start, int End)> occurrences, int periodsPerYear)
    {
        var observed = 0.0;
        var expected = 0.0;
        var largest = (Excess: double.NegativeInfinity, Observed: 0.0, Expected: 0.0);
        var clear = 0;
        var spread = 0.0;
        foreach (var (start, end) in occurrences)
        {
            var half = (periodsPerYear - (end - start)) / 2;
            var (from, to) = (Math.Max(0, start - half), Math.Min(course.Length, end + half));
            var outside = course.Weight(from, to) - course.Weight(start, end);
            if (to - from < periodsPerYear / 2 || outside <= 0)
            {
                continue;
            }

            double own = course.Observed(start, end);
            var usual = (course.Observed(from, to) - own + 0.5) * course.Weight(start, end) / outside;
            observed += own;
            expected += usual;
            clear += own > ClearRatio * usual ? 1 : 0;
            spread += usual * (1 + (usual / Math.Max(1, course.Observed(from, to) - own)));
            if (own - usual > largest.Excess)
            {
                largest = (own - usual, own, usual);
            }
        }

        var ratio = expected > 0 ? observed / expected : 0;
        if (ratio < LeastRatio || clear < ShareOfClearYears * occurrences.Count || clear < 2)
        {
            return (1, 1);
        }

        // The expectation is estimated from the rest of the year, which adds to the variance as its own counts do.
        var noise = course.NoiseOfWeights * spread / expected;
        var (rest, usualRest) = (observed - largest.Observed, expected - largest.Expected);
        var p = CountTails.MidP(rest, usualRest, noise);
        if (p > Unlikely)
        {
            return (p, ratio);
        }

        var effect = new double[course.Length];
        Array.Fill(effect, 1);
        foreach (var (start, end) in occurrences)
        {
            Array.Fill(effect, ratio, start, end - start);
        }

        return (CountTails.MidP(rest, usualRest, noise * course.Explain(effect).Dispersion(0, 0)), ratio);
    }
}
