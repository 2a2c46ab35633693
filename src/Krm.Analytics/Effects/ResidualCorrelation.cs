using Krm.Analytics.Regression;

namespace Krm.Analytics.Effects;

/// <summary>Whether residuals of neighbouring periods are alike.</summary>
internal static class ResidualCorrelation
{
    /// <summary>First autocorrelation of Pearson's residuals against 0, one-sided at 2.5 percent.</summary>
    public static bool IsSignificant(double[] counts, CountRegressionFit fit)
    {
        var residuals = counts.Select((count, row) => (count - fit.Fitted[row]) / Math.Sqrt(fit.Fitted[row])).ToArray();
        var mean = residuals.Average();
        var squares = residuals.Sum(one => (one - mean) * (one - mean));
        var products = 0.0;
        for (var row = 1; row < residuals.Length; row++)
        {
            products += (residuals[row] - mean) * (residuals[row - 1] - mean);
        }

        return squares > 0 && products / squares > 1.96 / Math.Sqrt(residuals.Length);
    }
}
