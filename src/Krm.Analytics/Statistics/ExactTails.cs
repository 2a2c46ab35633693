using MathNet.Numerics;

namespace Krm.Analytics.Statistics;

/// <summary>Upper tails of count distributions as mid-p values: P(X &gt; k) + ½ P(X = k).</summary>
/// <remarks>
/// A mid-p value has mean ½ under the null hypothesis also where counts are so small that an ordinary p-value would be far
/// too large; it is what all detectors of this library report.
/// </remarks>
internal static class ExactTails
{
    /// <summary>Of n events each falls into the window with the given probability; k did.</summary>
    public static double BinomialMidP(double k, double n, double probability)
    {
        if (probability <= 0)
        {
            return k > 0 ? 0 : 0.5;
        }

        if (probability >= 1)
        {
            return 0.5;
        }

        return (0.5 * BinomialAtLeast(k, n, probability)) + (0.5 * BinomialAtLeast(k + 1, n, probability));
    }

    /// <summary>P(X ≥ k) for a binomial count; k and n may be broken where they were divided by a dispersion.</summary>
    public static double BinomialAtLeast(double k, double n, double probability)
    {
        if (k <= 0)
        {
            return 1;
        }

        return k > n ? 0 : TailMath.RegularizedBeta(k, n - k + 1, probability, 1 - probability);
    }

    /// <summary>
    /// Of <paramref name="all"/> events <paramref name="inWindow"/> lie in the window; <paramref name="drawn"/> of all were
    /// drawn without putting back, and k of these lie in the window.
    /// </summary>
    public static double HypergeometricMidP(long k, long drawn, long inWindow, long all)
    {
        var most = Math.Min(drawn, inWindow);
        if (k > most)
        {
            return 0;
        }

        var term = Math.Exp(
            LogChoose(inWindow, k) + LogChoose(all - inWindow, drawn - k) - LogChoose(all, drawn));
        var sum = 0.5 * term;
        for (var i = k; i < most; i++)
        {
            term *= (double)(inWindow - i) / (i + 1) * (drawn - i) / (all - inWindow - drawn + i + 1);
            sum += term;
            if (term < sum * 1e-17)
            {
                break;
            }
        }

        return Math.Min(1, sum);
    }

    /// <summary>The upper tail of the standard normal distribution.</summary>
    public static double NormalUpper(double z) => 0.5 * SpecialFunctions.Erfc(z / Constants.Sqrt2);

    /// <summary>The normal deviate whose upper tail is p.</summary>
    public static double NormalDeviate(double p) => p <= 0 ? 38 : p >= 1 ? -38 : Constants.Sqrt2 * SpecialFunctions.ErfcInv(2 * p);

    /// <summary>
    /// The p-value when the variance is <paramref name="dispersion"/> times that of the exact distribution: the normal
    /// deviate is divided by the square root of the dispersion.
    /// </summary>
    public static double Disperse(double p, double dispersion) =>
        dispersion <= 1 || p >= 0.5 ? p : NormalUpper(NormalDeviate(p) / Math.Sqrt(dispersion));

    /// <summary>The p-value when the variance was estimated with some degrees of freedom: Student's tail instead of the normal one.</summary>
    public static double Widen(double p, double degreesOfFreedom)
    {
        if (p >= 0.5 || degreesOfFreedom < 1)
        {
            return p;
        }

        var square = NormalDeviate(p);
        square *= square;
        var x = degreesOfFreedom / (degreesOfFreedom + square);
        return 0.5 * TailMath.RegularizedBeta(0.5 * degreesOfFreedom, 0.5, x, square / (degreesOfFreedom + square));
    }

    private static double LogChoose(long n, long k) =>
        DensityMath.LogGamma(n + 1) - DensityMath.LogGamma(k + 1) - DensityMath.LogGamma(n - k + 1);
}
