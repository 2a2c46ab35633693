using Krm.Analytics.Causes.Detectors;
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
    private readonly UsualVariation _usual;
    private readonly double[]? _season;

    private ReferenceCourse(int[] counts, double[] weights, long[]? totalSums, double othersRate, UsualVariation usual, double[]? season = null)
    {
        _season = season;
        _usual = usual;
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
    public static ReferenceCourse OfExposure(int[] counts, double[] exposure, UsualVariation usual = default) =>
        new(counts, exposure, null, 0, usual);

    /// <summary>Expected in proportion to the other cases; <see langword="null"/> if there are hardly any others.</summary>
    public static ReferenceCourse? OfOthers(int[] counts, int[] all, UsualVariation usual = default)
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
            ? new ReferenceCourse(counts, others, totalSums, sum / otherSum, usual)
            : null;
    }

    /// <summary>The same course after an effect that is already explained: each weight is multiplied.</summary>
    public ReferenceCourse Explain(ReadOnlySpan<double> effect) => Explain(effect, _usual);

    private ReferenceCourse Explain(ReadOnlySpan<double> effect, UsualVariation usual)
    {
        var weights = new double[_weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = _weights[i] * effect[i];
        }

        return new ReferenceCourse(_counts, weights, null, _othersRate, usual, _season) { SeasonVariance = SeasonVariance };
    }

    /// <summary>
    /// The same course with the gentle course of the year as the series itself shows it outside some runs of periods
    /// [start, end): so a peak in them does not count as usual. A course without its own season stays as it is.
    /// </summary>
    public ReferenceCourse FollowSeason(double periodsPerYear, IReadOnlyList<(int Start, int End)> leftOut)
    {
        var exposure = new double[Length];
        for (var i = 0; i < exposure.Length; i++)
        {
            exposure[i] = Math.Max(_weights[i] / (_season?[i] ?? 1), 1e-6);
        }

        var model = SeasonalExpectation.Fit(_counts, exposure, 0, Length, periodsPerYear, leftOut);
        var season = new double[Length];
        for (var i = 0; i < season.Length; i++)
        {
            season[i] = model.SeasonalFactor(i);
            exposure[i] *= season[i];
        }

        return new ReferenceCourse(_counts, exposure, null, _othersRate, _usual, season)
        {
            SeasonVariance = leftOut.Select(run => model.Predict((run.Start + run.End) / 2, 1).LogVariance).DefaultIfEmpty(0).Max(),
        };
    }

    /// <summary>Whether the gentle course of the year of the series itself is in the weights.</summary>
    public bool HasOwnSeason => _season is not null;

    /// <summary>Variance of the logarithm of what is expected in the runs that were left out when the season was learnt; 0 without.</summary>
    public double SeasonVariance { get; private init; }

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
        var expected = Expected(start, end);
        var slope = SlopeDispersion(start, end);
        var total = (_totalSums is null ? dispersion * NoiseOfWeights : dispersion) + slope;
        if (total <= 1)
        {
            return p;
        }

        // Over-dispersed counts have a longer tail than the normal deviate shows: the larger of the two p-values counts.
        var outside = Math.Max(Total - observed, NoCases);
        var dispersed = Math.Max(
            ExactTails.Disperse(p, total),
            double.IsInfinity(expected) ? 1 : CountTails.MidP(observed, expected, (dispersion * NoiseOfWeights * (1 + (expected / outside))) + slope));

        // The dispersion itself is only estimated, from as many periods as lie outside the window.
        return ExactTails.Widen(dispersed, Degrees(start, end, dispersion) + (_usual.Dispersion > 0 ? UsualDegrees : 0));
    }

    /// <summary>
    /// The same course with the slow growth that the time outside the window shows, drawn towards none as far as cells
    /// usually grow little; what remains unknown of it stays in <see cref="SlopeDispersion"/>.
    /// </summary>
    public ReferenceCourse FollowGrowth(int start, int end)
    {
        if (_usual.SlopeVariance <= 0)
        {
            return this;
        }

        var (slope, variance) = TrendTest.Estimate(this, start, end);
        var certainty = 1 / variance;
        var prior = 1 / _usual.SlopeVariance;
        slope *= certainty / (certainty + prior);
        var growth = new double[Length];
        for (var i = 0; i < growth.Length; i++)
        {
            growth[i] = Math.Exp(slope * (i - (0.5 * Length)));
        }

        return Explain(growth, _usual with { SlopeVariance = 1 / (certainty + prior) });
    }

    /// <summary>
    /// What the slow growth that is usual adds to the variance by mean of the cases in a window: the farther its middle lies
    /// from that of the time outside, the more.
    /// </summary>
    public double SlopeDispersion(int start, int end)
    {
        if (_usual.SlopeVariance <= 0 || end - start >= Length)
        {
            return 0;
        }

        var middle = 0.5 * (start + end);
        var outside = ((0.5 * Length * Length) - ((end - start) * middle)) / (Length - (end - start));
        return Expected(start, end) * _usual.SlopeVariance * (middle - outside) * (middle - outside);
    }

    /// <summary>Mean square of the slow growth per period that is usual in all cells; 0 if unknown.</summary>
    public double UsualSlopeVariance => _usual.SlopeVariance;

    /// <summary>
    /// Variance outside the window by that of a Poisson count; at least 1. Where few counts say little about it, what is usual
    /// in all cells counts as well.
    /// </summary>
    public double Dispersion(int start, int end)
    {
        var own = OwnDispersion(start, end);
        if (_usual.Dispersion <= 0)
        {
            return Math.Max(1, own);
        }

        var degrees = Degrees(start, end, Math.Max(own, _usual.Dispersion));
        return Math.Max(1, ((degrees * own) + (UsualDegrees * _usual.Dispersion)) / (degrees + UsualDegrees));
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
