namespace Krm.Analytics.Statistics;

/// <summary>Two Poisson counts with their exposures compared: rate ratio, exact interval and tests.</summary>
/// <remarks>
/// All cases given, the first count is binomial (Przyborowski and Wilenski 1940); interval after Clopper and Pearson. The
/// numbers are those of R's <c>poisson.test</c>. Immutable and thread-safe.
/// </remarks>
public sealed record RateComparison
{
    private const double Tail = 0.025;
    private const double NormalQuantile = 1.959963984540054;

    private RateComparison()
    {
    }

    /// <summary>First rate by second rate; infinite if only the second count is 0, NaN if both are.</summary>
    public required double RateRatio { get; init; }

    /// <summary>Lower end of the exact interval of 95 % confidence.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the exact interval of 95 % confidence.</summary>
    public required double High { get; init; }

    /// <summary>Lower end of Wald's interval; NaN if a count is 0.</summary>
    public required double WaldLow { get; init; }

    /// <summary>Upper end of Wald's interval; NaN if a count is 0.</summary>
    public required double WaldHigh { get; init; }

    /// <summary>Exact p-value that the first rate is not larger.</summary>
    public required double PGreater { get; init; }

    /// <summary>Exact p-value that the first rate is not smaller.</summary>
    public required double PLess { get; init; }

    /// <summary>Exact two-sided p-value: all counts no more probable than the observed one.</summary>
    public required double PTwoSided { get; init; }

    /// <summary>Mid-p value that the first rate is not larger.</summary>
    public required double MidPGreater { get; init; }

    /// <summary>Mid-p value that the first rate is not smaller.</summary>
    public required double MidPLess { get; init; }

    /// <summary>Twice the smaller of the one-sided mid-p values, at most 1.</summary>
    public double MidPTwoSided => Math.Min(1, 2 * Math.Min(MidPGreater, MidPLess));

    /// <summary>Two-sided p-value of the score test.</summary>
    public required double PScore { get; init; }

    /// <summary>Compares two rates. Costs time linear in the number of cases.</summary>
    /// <param name="count">First count, 0 or more.</param>
    /// <param name="exposure">Its exposure, above 0.</param>
    /// <param name="otherCount">Second count, 0 or more.</param>
    /// <param name="otherExposure">Its exposure, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, both are 0, or an exposure is not above 0.</exception>
    public static RateComparison Compare(long count, double exposure, long otherCount, double otherExposure)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(otherCount);
        ArgumentOutOfRangeException.ThrowIfZero(count + otherCount);
        if (!(exposure > 0 && otherExposure > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(exposure), "Exposures are above 0.");
        }

        var n = count + otherCount;
        var probability = exposure / (exposure + otherExposure);
        var other = otherExposure / (exposure + otherExposure);
        var ratio = otherExposure / exposure;
        var density = DensityMath.Binomial(count, n, probability);
        var greater = count == 0 ? 1 : TailMath.RegularizedBeta(count, n - count + 1, probability, other);
        var less = count == n ? 1 : TailMath.RegularizedBeta(n - count, count + 1, other, probability);
        var spread = count > 0 && otherCount > 0 ? NormalQuantile * Math.Sqrt((1.0 / count) + (1.0 / otherCount)) : double.NaN;
        var rateRatio = count / (double)otherCount * ratio;
        var deviate = (count - (n * probability)) / Math.Sqrt(n * probability * other);
        return new RateComparison
        {
            RateRatio = rateRatio,
            Low = count == 0 ? 0 : ratio * BetaQuantile.Odds(count, otherCount + 1, Tail),
            High = otherCount == 0 ? double.PositiveInfinity : ratio / BetaQuantile.Odds(otherCount, count + 1, Tail),
            WaldLow = rateRatio * Math.Exp(-spread),
            WaldHigh = rateRatio * Math.Exp(spread),
            PGreater = greater,
            PLess = less,
            PTwoSided = TwoSided(count, n, probability, density),
            MidPGreater = greater - (0.5 * density),
            MidPLess = less - (0.5 * density),
            PScore = 2 * ExactTails.NormalUpper(Math.Abs(deviate)),
        };
    }

    private static double TwoSided(long count, long n, double probability, double density)
    {
        // R counts a density as equal that differs by rounding only.
        const double Fuzz = 1 + 1e-7;
        var sum = 0.0;
        for (var k = 0L; k <= n; k++)
        {
            var one = k == count ? density : DensityMath.Binomial(k, n, probability);
            sum += one <= density * Fuzz ? one : 0;
        }

        return Math.Min(1, sum);
    }
}
