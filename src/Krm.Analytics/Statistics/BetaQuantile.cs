namespace Krm.Analytics.Statistics;

/// <summary>Quantiles of beta distributions as odds x/(1 − x), to full precision.</summary>
internal static class BetaQuantile
{
    /// <summary>The odds below which a beta distribution with shapes a and b has the given share.</summary>
    public static double Odds(double a, double b, double share)
    {
        // Bisection on the logarithm of the odds: slow but never wrong, and exact at both ends.
        var low = -700.0;
        var high = 700.0;
        for (var i = 0; i < 200 && high - low > 1e-15 * Math.Max(1, Math.Abs(low)); i++)
        {
            var middle = 0.5 * (low + high);
            var odds = Math.Exp(middle);
            var (x, y) = odds > 1 ? (1 / (1 + (1 / odds)), 1 / (1 + odds)) : (odds / (1 + odds), 1 / (1 + odds));
            if (TailMath.RegularizedBeta(a, b, x, y) < share)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return Math.Exp(0.5 * (low + high));
    }
}
