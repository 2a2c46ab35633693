using Krm.Analytics.Statistics;

namespace Krm.Analytics.Causes.Patterns;

/// <summary>How the cases of one cell would be spread over time if nothing special had happened to it.</summary>
/// <remarks>
/// Either by its own exposure (working days, notices sent), or by the course of all cases: in the second case a common rise
/// of all cells is no finding, and the test is exact also when dates are exchanged between cases. Immutable.
/// </remarks>
internal sealed class ReferenceCourse
{
    /// <summary>What stands for a count of 0 where a ratio is formed.</summary>
    public const double NoCases = 0.5;

    private const double UsualDegrees = 20;

    private readonly int[] _counts;
    private readonly long[] _sums;
    private readonly double[] _weights;
    private readonly double[] _weightSums;
    private readonly long[]? _totalSums;
    private readonly double _othersRate;
    private readonly double _usualDispersion;

    private ReferenceCourse(int[] counts, double[] weights, long[]? totalSums, double othersRate, double usualDispersion)
    {
        _usualDispersion = usualDispersion;
        _counts = counts;
        _weights = weights;
        _totalSums = totalSums;
        _othersRate = othersRate;
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

    /// <summary>By how much the chance in the weights raises the variance of a difference; 1 where the weights are certain.</summary>
    public double NoiseOfWeights => 1 + _othersRate;

    public ReadOnlySpan<int> Counts => _counts;

    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>Expected in proportion to an exposure.</summary>
    public static ReferenceCourse OfExposure(int[] counts, double[] exposure, double usualDispersion = 0) =>
        new(counts, exposure, null, 0, usualDispersion);

    /// <summary>Expected in proportion to the other cases; <see langword="null"/> if there are hardly any others.</summary>
    public static ReferenceCourse? OfOthers(int[] counts, int[] all, double usualDispersion = 0)
    {
        var others = new double[counts.Length];
        var totalSums = new long[counts.Length + 1];
        var sum = 0L;
        var otherSum = 0.0;
        for (var i = 0; i < counts.Length; i++)
        {
            others[i] = all[i] - counts[i];
            totalSums[i + 1] = totalSums[i] + all[i];
            sum += counts[i];
            otherSum += others[i];
        }

        return otherSum > 0 && otherSum * 20 >= sum
            ? new ReferenceCourse(counts, others, totalSums, sum / otherSum, usualDispersion)
            : null;
    }

    /// <summary>The same course after an effect that is already explained: each weight is multiplied.</summary>
    public ReferenceCourse Explain(ReadOnlySpan<double> effect)
    {
        var weights = new double[_weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = _weights[i] * effect[i];
        }

        return new ReferenceCourse(_counts, weights, null, _othersRate, _usualDispersion);
    }

    public long Observed(int start, int end) => _sums[end] - _sums[start];

    public double Weight(int start, int end) => _weightSums[end] - _weightSums[start];

    /// <summary>The share of the whole time that falls into the window [start, end).</summary>
    public double Share(int start, int end) => _totalSums is null
        ? (_weightSums[end] - _weightSums[start]) / _weightSums[^1]
        : (double)(_totalSums[end] - _totalSums[start]) / _totalSums[^1];

    /// <summary>What the time outside the window lets expect within it; half a case outside where there is none, so that it is never 0.</summary>
    public double Expected(int start, int end)
    {
        var inside = _weightSums[end] - _weightSums[start];
        var outside = _weightSums[^1] - inside;
        return outside <= 0 ? double.PositiveInfinity : Math.Max(Total - Observed(start, end), NoCases) * inside / outside;
    }

    /// <summary>The mid-p value of as many cases or more in the window, all others given; not corrected for the choice of the window.</summary>
    public double PValue(int start, int end, double dispersion)
    {
        var observed = Observed(start, end);
        var p = _totalSums is null
            ? ExactTails.BinomialMidP(observed, Total, Share(start, end))
            : ExactTails.HypergeometricMidP(observed, Total, _totalSums[end] - _totalSums[start], _totalSums[^1]);

        // Weights that are counts themselves add their own chance, which only the hypergeometric distribution knows.
        var total = _totalSums is null ? dispersion * NoiseOfWeights : dispersion;
        if (total <= 1)
        {
            return p;
        }

        // Over-dispersed counts have a longer tail than the normal deviate shows: the larger of the two p-values counts.
        var expected = Expected(start, end);
        var outside = Math.Max(Total - observed, NoCases);
        var dispersed = Math.Max(
            ExactTails.Disperse(p, total),
            double.IsInfinity(expected) ? 1 : CountTails.MidP(observed, expected, dispersion * NoiseOfWeights * (1 + (expected / outside))));

        // The dispersion itself is only estimated, from as many periods as lie outside the window.
        return ExactTails.Widen(dispersed, Degrees(start, end, dispersion) + (_usualDispersion > 0 ? UsualDegrees : 0));
    }

    /// <summary>
    /// Variance outside the window by that of a Poisson count; at least 1. Where few counts say little about it, what is usual
    /// in all cells counts as well.
    /// </summary>
    public double Dispersion(int start, int end)
    {
        var own = OwnDispersion(start, end);
        if (_usualDispersion <= 0)
        {
            return Math.Max(1, own);
        }

        var degrees = Degrees(start, end, Math.Max(own, _usualDispersion));
        return Math.Max(1, ((degrees * own) + (UsualDegrees * _usualDispersion)) / (degrees + UsualDegrees));
    }

    /// <summary>
    /// For how many degrees of freedom of normal observations the dispersion outside the window is estimated as surely: the
    /// kurtosis of a negative binomial count with variance φμ is 6(φ−1)/μ + 1/(φμ).
    /// </summary>
    public double Degrees(int start, int end, double dispersion)
    {
        var periods = Length - (end - start);
        var mean = Math.Max(NoCases, Total - Observed(start, end)) / Math.Max(1, periods);
        return 2 * periods / (2 + (6 * (dispersion - 1) / mean) + (1 / (dispersion * mean)));
    }

    private double OwnDispersion(int start, int end)
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

            var expected = rate * _weights[i];
            var variance = expected * NoiseOfWeights;
            sum += variance > 0 ? (_counts[i] - expected) * (_counts[i] - expected) / variance : 0;
            periods++;
        }

        return periods < 4 ? 1 : sum / periods;
    }

    /// <summary>A cheap upper bound of <see cref="LogLikelihoodRatio"/> (Kullback–Leibler by chi-square); 0 if the window is not above expectation.</summary>
    public double RatioBound(int start, int end)
    {
        var expected = Total * Share(start, end);
        var difference = Observed(start, end) - expected;
        return difference <= 0 ? 0 : difference * difference * Total / Math.Max(expected * (Total - expected), 1e-300);
    }

    /// <summary>How much better a window of its own rate explains the counts than one rate; 0 if the window is not above it.</summary>
    public double LogLikelihoodRatio(int start, int end)
    {
        var observed = (double)Observed(start, end);
        var expected = Total * Share(start, end);
        return observed <= expected
            ? 0
            : (observed * Math.Log(observed / expected))
                + (Total > observed ? (Total - observed) * Math.Log((Total - observed) / (Total - expected)) : 0);
    }
}
