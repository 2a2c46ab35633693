namespace Krm.Analytics.Causes;

/// <summary>Looks for the run of periods in which a cell has the most surprising number of cases.</summary>
internal static class WindowScan
{
    private static readonly int[] Lengths = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256];

    /// <summary>The best window; its p-value is corrected for all windows looked at. <see langword="null"/> if none is above expectation.</summary>
    public static WindowFinding? FindBest(IReadOnlyList<ReferenceCourse> courses, int minimumCases)
    {
        var length = courses[0].Length;
        WindowFinding? best = null;
        var tests = CountIndependentWindows(length);
        foreach (var size in Lengths)
        {
            if (size > length / 2)
            {
                break;
            }

            if (FindMostLikely(courses, size, minimumCases) is not { } start)
            {
                continue;
            }

            var window = Test(courses, start, start + size, tests);
            if (best is null || window.PValue < best.PValue)
            {
                best = window;
            }
        }

        return best;
    }

    /// <summary>Tests one window against every course: the largest p-value counts, and what is expected is never less than any course lets expect.</summary>
    public static WindowFinding Test(IReadOnlyList<ReferenceCourse> courses, int start, int end, double tests)
    {
        var worst = 0.0;
        foreach (var course in courses)
        {
            worst = Math.Max(worst, course.PValue(start, end, course.Dispersion(start, end)));
        }

        var compared = courses.MaxBy(course => course.Expected(start, end))!;
        return new WindowFinding(start, end, Math.Min(1, worst * tests), compared, compared.Dispersion(start, end));
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
        var total = (double)courses[0].Total;
        for (var start = 0; start + size <= courses[0].Length; start++)
        {
            var observed = (double)courses[0].Observed(start, start + size);
            if (observed < minimumCases)
            {
                continue;
            }

            var expected = 0.0;
            foreach (var course in courses)
            {
                expected = Math.Max(expected, total * course.Share(start, start + size));
            }

            if (observed <= expected)
            {
                continue;
            }

            var ratio = (observed * Math.Log(observed / expected))
                + (total > observed ? (total - observed) * Math.Log((total - observed) / (total - expected)) : 0);
            if (ratio > bestRatio)
            {
                (best, bestRatio) = (start, ratio);
            }
        }

        return best;
    }
}
