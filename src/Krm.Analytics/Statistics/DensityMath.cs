namespace Krm.Analytics.Statistics;

/// <summary>Densities of counts by the saddle-point form of Loader (2000), accurate to about 1e-14 also far in the tails.</summary>
internal static class DensityMath
{
    private const double HalfLogTwoPi = 0.918938533204672741780329736406;

    /// <summary>ln Γ(x) for x &gt; 0.</summary>
    public static double LogGamma(double x)
    {
        // Shifted up to where Stirling's series has full precision; the product stays small enough not to overflow.
        var shift = 0.0;
        while (x < 15)
        {
            shift += Math.Log(x);
            x++;
        }

        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + StirlingSeries(x) - shift;
    }

    /// <summary>ln n! − ln(√(2πn) (n/e)^n), also for broken n &gt; 0.</summary>
    public static double StirlingError(double n)
    {
        if (n >= 15)
        {
            return StirlingSeries(n);
        }

        // Downward recurrence: the error of n follows from that of n + 1 without cancellation of large terms.
        var sum = 0.0;
        while (n < 15)
        {
            sum += ((n + 0.5) * LogOnePlus(1 / n)) - 1;
            n++;
        }

        return sum + StirlingSeries(n);
    }

    /// <summary>x ln(x/m) + m − x without cancellation where x is close to m.</summary>
    public static double Deviance(double x, double mean)
    {
        if (Math.Abs(x - mean) >= 0.1 * (x + mean))
        {
            return (x * Math.Log(x / mean)) + mean - x;
        }

        var v = (x - mean) / (x + mean);
        var sum = (x - mean) * v;
        var term = 2 * x * v;
        for (var j = 1; ; j++)
        {
            term *= v * v;
            var next = sum + (term / ((2 * j) + 1));
            if (next == sum)
            {
                return next;
            }

            sum = next;
        }
    }

    /// <summary>e^−m m^x / Γ(x + 1), also for broken x.</summary>
    public static double Poisson(double x, double mean) => mean <= 0
        ? x == 0 ? 1 : 0
        : x == 0
            ? Math.Exp(-mean)
            : Math.Exp(-StirlingError(x) - Deviance(x, mean)) / Math.Sqrt(2 * Math.PI * x);

    /// <summary>The probability of x successes in n trials, also for broken x and n.</summary>
    public static double Binomial(double x, double n, double probability)
    {
        if (x == 0)
        {
            return Math.Exp(n * LogOnePlus(-probability));
        }

        if (x == n)
        {
            return Math.Exp(n * Math.Log(probability));
        }

        var exponent = StirlingError(n) - StirlingError(x) - StirlingError(n - x)
            - Deviance(x, n * probability) - Deviance(n - x, n * (1 - probability));
        return Math.Exp(exponent) * Math.Sqrt(n / (2 * Math.PI * x * (n - x)));
    }

    /// <summary>ln(1 + x) with full relative precision for small x.</summary>
    public static double LogOnePlus(double x)
    {
        if (Math.Abs(x) > 0.5)
        {
            return Math.Log(1 + x);
        }

        // The rounding error of 1 + x is undone by the second factor (Kahan).
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }

    private static double StirlingSeries(double x)
    {
        var square = 1 / (x * x);
        return ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square * ((1.0 / 1680)
            - (square * ((1.0 / 1188) - (square * (691.0 / 360360))))))))))) / x;
    }
}
