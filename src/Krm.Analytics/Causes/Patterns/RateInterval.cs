using Krm.Analytics.Statistics;

namespace Krm.Analytics.Causes.Patterns;

/// <summary>Rate ratio of the cases concerned to those the expectation was learnt from, with an interval of 95 % confidence.</summary>
/// <remarks>
/// Clopper–Pearson on the share of cases inside, all cases given; with dispersion the numbers of cases are divided by it
/// first, which widens the interval by its square root.
/// </remarks>
internal readonly record struct RateInterval(double Ratio, double Low, double High)
{
    private const double Tail = 0.025;

    /// <param name="inside">Cases concerned, above 0.</param>
    /// <param name="outside">Cases the expectation was learnt from, above 0.</param>
    /// <param name="weightRatio">Expected cases for one case outside, above 0.</param>
    /// <param name="dispersion">Variance by mean, at least 1.</param>
    public static RateInterval Compute(double inside, double outside, double weightRatio, double dispersion)
    {
        var k = inside / dispersion;
        var rest = outside / dispersion;
        return new RateInterval(
            inside / (outside * weightRatio),
            BetaQuantile.Odds(k, rest + 1, Tail) / weightRatio,
            1 / (BetaQuantile.Odds(rest, k + 1, Tail) * weightRatio));
    }
}
