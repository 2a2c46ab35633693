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
    private const int ShortPartOfYear = 6;

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
            var highest = (Phase: -1, Deviate: 0.0);
            for (var phase = 0; phase < grid.PeriodsPerYear; phase++)
            {
                var occurrences = FindOccurrences(grid, phase, length);
                if (occurrences.Count < 2)
                {
                    continue;
                }

                var sums = courses.Select(course => Sum(course, occurrences, grid.PeriodsPerYear)).ToList();
                var deviate = sums.Min(sum => sum.Deviate);
                highest = deviate > highest.Deviate ? (phase, deviate) : highest;
                best = Better(best, courses, sums, phase, length, occurrences, tests);
            }

            // The own course of the year has swallowed part of a peak: learnt without it, it lets the peak stand out.
            if (highest.Phase >= 0 && length * ShortPartOfYear <= grid.PeriodsPerYear && courses.Any(course => course.HasOwnSeason))
            {
                var occurrences = FindOccurrences(grid, highest.Phase, length);
                var periods = grid.PeriodsPerYear == 52 ? CellCourses.WeeksPerYear : grid.PeriodsPerYear;
                List<ReferenceCourse> without = [.. courses.Select(course => course.HasOwnSeason ? course.FollowSeason(periods, occurrences) : course)];
                var sums = without.Select(course => Sum(course, occurrences, grid.PeriodsPerYear)).ToList();
                best = Better(best, without, sums, highest.Phase, length, occurrences, tests + lengths.Length);
            }
        }

        return best;
    }

    private static SeasonalPeak? Better(
        SeasonalPeak? best, IReadOnlyList<ReferenceCourse> courses, List<Sums> sums, int phase, int length,
        List<(int Start, int End)> occurrences, double tests)
    {
        var p = 0.0;
        for (var i = 0; i < courses.Count; i++)
        {
            p = Math.Max(p, Test(courses[i], sums[i], occurrences));
            if (p > 0.05 || (best is not null && p * tests >= best.PValue))
            {
                return best;
            }
        }

        return p * tests < (best?.PValue ?? 0.05)
            ? new SeasonalPeak(phase, length, p * tests, sums.Min(sum => sum.Ratio), occurrences, courses)
            : best;
    }

    /// <summary>The windows [start, end) of one phase that lie whole in the series.</summary>
    private static List<(int Start, int End)> FindOccurrences(YearGrid grid, int phase, int length) =>
    [
        .. grid.Starts[phase].Where(start => start + length <= grid.Phases.Length).Select(start => (start, start + length)),
    ];

    /// <summary>What came in the occurrences and what the years around them let expect.</summary>
    private static Sums Sum(ReferenceCourse course, List<(int Start, int End)> occurrences, int periodsPerYear)
    {
        var sums = default(Sums) with { LargestExcess = double.NegativeInfinity };
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
            var isLargest = own - usual > sums.LargestExcess;
            sums = sums with
            {
                Observed = sums.Observed + own,
                Expected = sums.Expected + usual,
                ClearYears = sums.ClearYears + (own > ClearRatio * usual ? 1 : 0),
                Spread = sums.Spread + (usual * (1 + (usual / Math.Max(1, course.Observed(from, to) - own)))),
                LargestExcess = isLargest ? own - usual : sums.LargestExcess,
                LargestObserved = isLargest ? own : sums.LargestObserved,
                LargestExpected = isLargest ? usual : sums.LargestExpected,
            };
        }

        return sums;
    }

    private static double Test(ReferenceCourse course, Sums sums, List<(int Start, int End)> occurrences)
    {
        if (sums.Ratio < LeastRatio || sums.ClearYears < ShareOfClearYears * occurrences.Count || sums.ClearYears < 2)
        {
            return 1;
        }

        // The expectation is estimated from the rest of the year, which adds to the variance as its own counts do.
        var noise = course.NoiseOfWeights * sums.Spread / sums.Expected;
        var season = sums.Expected * course.SeasonVariance;
        var (rest, usualRest) = (sums.Observed - sums.LargestObserved, sums.Expected - sums.LargestExpected);
        var p = CountTails.MidP(rest, usualRest, noise + season);
        if (p > Unlikely)
        {
            return p;
        }

        var effect = new double[course.Length];
        Array.Fill(effect, 1);
        foreach (var (start, end) in occurrences)
        {
            Array.Fill(effect, sums.Ratio, start, end - start);
        }

        return CountTails.MidP(rest, usualRest, (noise * course.Explain(effect).Dispersion(0, 0)) + season);
    }

    /// <summary>Sums over the occurrences of one window of the year; the largest of them is left out of the test.</summary>
    private readonly record struct Sums(
        double Observed, double Expected, int ClearYears, double Spread, double LargestExcess, double LargestObserved, double LargestExpected)
    {
        public double Ratio => Expected > 0 ? Observed / Expected : 0;

        public double Deviate => Spread > 0 ? (Observed - Expected) / Math.Sqrt(Spread) : 0;
    }
}
