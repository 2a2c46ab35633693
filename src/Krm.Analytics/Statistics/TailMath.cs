namespace Krm.Analytics.Statistics;

/// <summary>Regularised incomplete beta and gamma functions to about 1e-13, also far in the tails.</summary>
/// <remarks>
/// MathNet.Numerics 5 has both, but through its logarithm of the gamma function their relative error grows with the counts
/// (5e-11 at 5,000 of 25,000), too much for p-values that have to agree with R to ten digits. Continued fractions after
/// Lentz, prefactors from <see cref="DensityMath"/>.
/// </remarks>
internal static class TailMath
{
    private const double Tiny = 1e-300;
    private const int MostTerms = 100_000;

    /// <summary>I_x(a, b): the share of a beta distribution below x; <paramref name="y"/> is 1 − x, given where it is known better.</summary>
    public static double RegularizedBeta(double a, double b, double x, double y)
    {
        if (x <= 0)
        {
            return 0;
        }

        if (y <= 0)
        {
            return 1;
        }

        // x^a y^b / B(a, b) as a binomial density: C(a+b, a) x^a y^b · ab/(a+b).
        var prefactor = DensityMath.Binomial(a, a + b, x) * a * b / (a + b);
        return x < (a + 1) / (a + b + 2)
            ? prefactor * BetaFraction(a, b, x) / a
            : 1 - (prefactor * BetaFraction(b, a, y) / b);
    }

    /// <summary>1 − I_x(a, b) with full relative precision.</summary>
    public static double RegularizedBetaUpper(double a, double b, double x, double y) => RegularizedBeta(b, a, y, x);

    /// <summary>Q(a, x): the share of a gamma distribution of shape a above x.</summary>
    public static double RegularizedGammaUpper(double a, double x) =>
        x <= 0 ? 1 : x < a + 1 ? 1 - GammaSeries(a, x) : GammaFraction(a, x);

    /// <summary>P(a, x): the share of a gamma distribution of shape a below x.</summary>
    public static double RegularizedGammaLower(double a, double x) =>
        x <= 0 ? 0 : x < a + 1 ? GammaSeries(a, x) : 1 - GammaFraction(a, x);

    private static double BetaFraction(double a, double b, double x)
    {
        var c = 1.0;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var fraction = d;
        for (var m = 1; m < MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            fraction *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15)
            {
                break;
            }
        }

        return fraction;
    }

    private static double GammaSeries(double a, double x)
    {
        var sum = 1.0;
        var term = 1.0;
        for (var n = 1; n < MostTerms && term > sum * 1e-17; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return DensityMath.Poisson(a, x) * sum;
    }

    private static double GammaFraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / NotZero(b);
        var fraction = d;
        for (var n = 1; n < MostTerms; n++)
        {
            var term = -n * (n - a);
            b += 2;
            d = 1 / NotZero((term * d) + b);
            c = NotZero(b + (term / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15)
            {
                break;
            }
        }

        return DensityMath.Poisson(a, x) * a * fraction;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
