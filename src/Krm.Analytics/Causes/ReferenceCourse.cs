using Krm.Analytics.Statistics;

namespace Krm.Analytics.Causes;

/// <summary>How the cases of one cell would be spread over time if nothing special had happened to it.</summary>
/// <remarks>
/// Either by its own exposure (working days, notices sent), or by the course of all cases: in the second case a common rise
/// of all cells is no finding, and the test is exact also when dates are exchanged between cases.
/// </remarks>
internal sealed class ReferenceCourse
{
    private readonly int[] _counts;
    private readonly long[] _sums;
    private readonly double[] _weights;
    private readonly double[] _weightSums;
    private readonly long[]? _totalSums;

    private ReferenceCourse(int[] counts, double[] weights, long[]? totalSums)
    {
        _counts = counts;
        _weights = weights;
        _totalSums = totalSums;
        _sums = new long[counts.Length + 1];
        _weightSums = new double[counts.Length + 1];
        for (var i = 0; i < counts.Length; i++)
        {
            _sums[i + 1] = _sums[i] + counts[i];
            _weightSums[i + 1] = _weightSums[i] + weights[i];
        }
    }

    public int Length => _counts.Length;

    public long Total => _sums[^1];

    /// <summary>Expected in proportion to an exposure.</summary>
    public static ReferenceCourse OfExposure(int[] counts, double[] exposure) => new(counts, exposure, null);

    /// <summary>Expected in proportion to the other cases; <see langword="null"/> if there are hardly any others.</summary>
    public static ReferenceCourse? OfOthers(int[] counts, int[] all)
    {
        var others = new double[counts.Length];
        var totalSums = new long[counts.Length + 1];
        for (var i = 0; i < counts.Length; i++)
        {
            others[i] = all[i] - counts[i];
            totalSums[i + 1] = totalSums[i] + all[i];
        }

        var course = new ReferenceCourse(counts, others, totalSums);
        return course._weightSums[^1] * 20 >= course.Total ? course : null;
    }

    public long Observed(int start, int end) => _sums[end] - _sums[start];

    /// <summary>The share of the whole time that falls into the window [start, end).</summary>
    public double Share(int start, int end) => _totalSums is null
        ? (_weightSums[end] - _weightSums[start]) / _weightSums[^1]
        : (double)(_totalSums[end] - _totalSums[start]) / _totalSums[^1];

    /// <summary>What the time outside the window lets expect within it.</summary>
    public double Expected(int start, int end)
    {
        var inside = _weightSums[end] - _weightSums[start];
        var outside = _weightSums[^1] - inside;
        return outside <= 0 ? double.PositiveInfinity : (Total - Observed(start, end)) * inside / outside;
    }

    /// <summary>The mid-p value of as many cases or more in the window, all others given; not corrected for the choice of the window.</summary>
    public double PValue(int start, int end, double dispersion)
    {
        var observed = Observed(start, end);
        var p = _totalSums is null
            ? ExactTails.BinomialMidP(observed, Total, Share(start, end))
            : ExactTails.HypergeometricMidP(observed, Total, _totalSums[end] - _totalSums[start], _totalSums[^1]);
        return ExactTails.Disperse(p, dispersion);
    }

    /// <summary>Variance outside the window by that of a Poisson count; at least 1.</summary>
    public double Dispersion(int start, int end)
    {
        var inside = _weightSums[end] - _weightSums[start];
        var outside = _weightSums[^1] - inside;
        if (outside <= 0)
        {
            return 1;
        }

        var rate = (Total - Observed(start, end)) / outside;
        var sum = 0.0;
        var periods = -1;
        for (var i = 0; i < _counts.Length; i++)
        {
            if ((i >= start && i < end) || _weights[i] <= 0)
            {
                continue;
            }

            // The others are counts as well, so their own chance adds to the variance of the difference.
            var expected = rate * _weights[i];
            var variance = _totalSums is null ? expected : expected * (1 + rate);
            sum += variance > 0 ? (_counts[i] - expected) * (_counts[i] - expected) / variance : 0;
            periods++;
        }

        return periods < 4 ? 1 : Math.Max(1, sum / periods);
    }

    /// <summary>The score test of a rising rate: the normal deviate of the mean time of the cases, corrected for dispersion.</summary>
    public double TrendDeviate()
    {
        var mean = 0.0;
        var square = 0.0;
        var observed = 0.0;
        var all = _totalSums is null ? _weightSums[^1] : _totalSums[^1];
        for (var i = 0; i < _counts.Length; i++)
        {
            var weight = (_totalSums is null ? _weights[i] : _weights[i] + _counts[i]) / all;
            mean += weight * i;
            square += weight * i * i;
            observed += (double)_counts[i] * i;
        }

        var variance = Total * (square - (mean * mean));
        if (_totalSums is not null)
        {
            variance *= (double)(all - Total) / (all - 1);
        }

        return variance <= 0 ? 0 : (observed - (Total * mean)) / Math.Sqrt(variance * Dispersion(0, 0));
    }
}
