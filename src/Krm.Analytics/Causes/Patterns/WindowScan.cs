namespace Krm.Analytics.Causes.Patterns;

/// <summary>Looks for the run of periods in which a cell has the most surprising number of cases.</summary>
internal static class WindowScan
{
    /// <summary>How many periods beside the true start still count as well dated.</summary>
    private const int Tolerance = 3;

    private static readonly int[] Lengths = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256];

    /// <summary>The best window [start, end) and its p-value, corrected for all windows looked at; <see langword="null"/> if none is above expectation.</summary>
    public static (int Start, int End, double PValue)? FindBest(IReadOnlyList<ReferenceCourse> courses, int minimumCases)
    {
        var length = courses[0].Length;
        (int Start, int End, double PValue)? best = null;
        var tests = CountIndependentWindows(length);
        foreach (var size in Lengths)
        {
            if (size > length / 2)
            {
                break;
            }

            if (FindMostLikely(courses, size, minimumCases) is { } start)
            {
                var p = Math.Min(1, tests * PValue(courses, start, start + size));
                best = best is null || p < best.Value.PValue ? (start, start + size, p) : best;
            }
        }

        return best;
    }

    /// <summary>Against every course; the largest p-value counts.</summary>
    public static double PValue(IReadOnlyList<ReferenceCourse> courses, int start, int end) =>
        courses.Max(course => course.PValue(start, end, course.Dispersion(start, end)));

    /// <summary>Moves both ends of a window to where the change is most likely.</summary>
    public static (int Start, int End) Refine(IReadOnlyList<ReferenceCourse> courses, int start, int end)
    {
        // The course that leaves least to explain decides; ends move in turn until neither moves any more.
        var course = courses.MinBy(one => one.LogLikelihoodRatio(start, end))!;
        var best = course.LogLikelihoodRatio(start, end);
        for (var moved = true; moved;)
        {
            moved = false;
            for (var candidate = 0; candidate < course.Length; candidate++)
            {
                if (candidate < end && course.LogLikelihoodRatio(candidate, end) is var left && left > best + 1e-9)
                {
                    (start, best, moved) = (candidate, left, true);
                }

                if (candidate >= start && course.LogLikelihoodRatio(start, candidate + 1) is var right && right > best + 1e-9)
                {
                    (end, best, moved) = (candidate + 1, right, true);
                }
            }
        }

        return (Center(course, start, end, best), end);
    }

    /// <summary>
    /// The start near the likeliest one around which most of the likelihood lies. Where the likelihood is sharp that is its
    /// peak; where it is flat the peak alone would be an accident of one noisy period.
    /// </summary>
    private static int Center(ReferenceCourse course, int start, int end, double best)
    {
        var dispersion = course.Dispersion(start, end);
        var likelihoods = new double[end];
        for (var candidate = 0; candidate < end; candidate++)
        {
            likelihoods[candidate] = Math.Exp((course.LogLikelihoodRatio(candidate, end) - best) / dispersion);
        }

        var center = start;
        var largest = 0.0;
        for (var candidate = Math.Max(0, start - (2 * Tolerance)); candidate < Math.Min(end, start + (2 * Tolerance) + 1); candidate++)
        {
            var sum = 0.0;
            for (var distance = -Tolerance; distance <= Tolerance; distance++)
            {
                var neighbour = candidate + distance;
                sum += neighbour >= 0 && neighbour < end ? likelihoods[neighbour] * (Tolerance + 1 - Math.Abs(distance)) : 0;
            }

            if (sum > largest)
            {
                (center, largest) = (candidate, sum);
            }
        }

        return center;
    }

    /// <summary>
    /// How many tests the overlapping windows are worth: windows of one length overlap, so that n of them are worth about
    /// three for each stretch of that length, never more than n.
    /// </summary>
    private static double CountIndependentWindows(int length)
    {
        var sum = 0.0;
        foreach (var size in Lengths)
        {
            if (size <= length / 2)
            {
                sum += Math.Min(length - size + 1, 3.0 * length / size);
            }
        }

        return Math.Max(1, sum);
    }

    private static int? FindMostLikely(IReadOnlyList<ReferenceCourse> courses, int size, int minimumCases)
    {
        int? best = null;
        var bestRatio = 0.0;
        for (var start = 0; start + size <= courses[0].Length; start++)
        {
            if (courses[0].Observed(start, start + size) >= minimumCases
                && SmallestRatio(courses, start, start + size, bestRatio) is var ratio && ratio > bestRatio)
            {
                (best, bestRatio) = (start, ratio);
            }
        }

        return best;
    }

    /// <summary>The smallest log likelihood ratio over the courses, or something not above the least one of interest.</summary>
    private static double SmallestRatio(IReadOnlyList<ReferenceCourse> courses, int start, int end, double least)
    {
        foreach (var course in courses)
        {
            if (course.RatioBound(start, end) <= least)
            {
                return 0;
            }
        }

        return courses.Min(course => course.LogLikelihoodRatio(start, end));
    }
}
