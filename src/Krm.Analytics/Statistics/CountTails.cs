namespace Krm.Analytics.Statistics;

/// <summary>Tails of a count with a given mean and variance by mean: negative binomial, Poisson where that is 1.</summary>
internal static class CountTails
{
    /// <summary>P(X ≥ k).</summary>
    public static double AtLeast(double k, double mean, double dispersion)
    {
        if (k <= 0)
        {
            return 1;
        }

        if (mean <= 0)
        {
            return 0;
        }

        // X ~ NB(size m/(φ−1), p = 1/φ): P(X ≥ k) = I_{1−p}(k, size).
        return dispersion <= 1
            ? TailMath.RegularizedGammaLower(k, mean)
            : TailMath.RegularizedBeta(k, mean / (dispersion - 1), 1 - (1 / dispersion), 1 / dispersion);
    }

    /// <summary>P(X &gt; k) + ½ P(X = k).</summary>
    public static double MidP(double k, double mean, double dispersion) =>
        0.5 * (AtLeast(k, mean, dispersion) + AtLeast(k + 1, mean, dispersion));

    /// <summary>The smallest k with P(X ≤ k) ≥ probability, at most <see cref="int.MaxValue"/>.</summary>
    public static int Quantile(double probability, double mean, double dispersion)
    {
        // R's own tolerance: a probability that misses the level by rounding alone counts as reaching it.
        const double Fuzz = 64 * 2.220446049250313e-16;
        var tail = (1 - probability) * (1 + Fuzz);
        if (mean <= 0 || AtLeast(1, mean, dispersion) <= tail)
        {
            return 0;
        }

        var low = 0L;
        var step = Math.Max(1, (long)Math.Min(1e9, Math.Sqrt(mean * Math.Max(1, dispersion))));
        var high = (long)Math.Min(1e9, mean) + step;
        while (AtLeast(high + 1.0, mean, dispersion) > tail)
        {
            if (high >= int.MaxValue)
            {
                return int.MaxValue;
            }

            low = high;
            step *= 2;
            high += step;
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (AtLeast(middle + 1.0, mean, dispersion) > tail)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (int)Math.Min(high, int.MaxValue);
    }
}
