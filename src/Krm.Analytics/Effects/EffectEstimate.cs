using Krm.Analytics.Regression;

namespace Krm.Analytics.Effects;

/// <summary>Fitted cases after a measure over those expected without it, with the error of the logarithm (delta method).</summary>
/// <param name="LogRatio">Natural logarithm of the ratio.</param>
/// <param name="LogError">Its standard error.</param>
/// <param name="Fitted">Fitted cases after the measure.</param>
/// <param name="Expected">Expected cases without it.</param>
internal sealed record EffectEstimate(double LogRatio, double LogError, double Fitted, double Expected)
{
    public static EffectEstimate From(EffectDesign design, CountRegressionFit fit, bool isAutocorrelated, EffectOptions options)
    {
        var columns = design.Terms.GetLength(1);
        var fitted = 0.0;
        var expected = 0.0;
        var gradient = new double[columns];
        var gradientExpected = new double[columns];
        foreach (var row in design.RowsAfter)
        {
            var change = design.EffectColumns.Sum(column => design.Terms[row, column] * fit.Coefficients[column]);
            var mean = fit.Fitted[row];
            var without = mean / Math.Exp(change);
            fitted += mean;
            expected += without;
            for (var column = 0; column < columns; column++)
            {
                gradient[column] += mean * design.Terms[row, column];
                gradientExpected[column] += design.EffectColumns.Contains(column) ? 0 : without * design.Terms[row, column];
            }
        }

        for (var column = 0; column < columns; column++)
        {
            gradient[column] = (gradient[column] / fitted) - (gradientExpected[column] / expected);
        }

        return new EffectEstimate(
            Math.Log(fitted / expected), Math.Sqrt(Variance(gradient, design, fit, isAutocorrelated, options)), fitted, expected);
    }

    private static double Variance(
        double[] gradient, EffectDesign design, CountRegressionFit fit, bool isAutocorrelated, EffectOptions options)
    {
        double Robust() => Quadratic(gradient, RobustCovariance.NeweyWestCovariance(
            design.Terms, design.Counts, fit, Math.Min(options.NeweyWestLag, design.Counts.Length - 1)));

        if (options.Interval == EffectInterval.NeweyWest)
        {
            return Robust();
        }

        var variance = Quadratic(gradient, fit.Covariance());
        if (options.Interval == EffectInterval.Wald)
        {
            return variance;
        }

        if (fit.Family == CountFamily.QuasiPoisson && fit.Dispersion < 1)
        {
            // Counts that scatter less than chance allows do so by chance; certainty is not raised for it.
            variance /= fit.Dispersion;
        }

        return isAutocorrelated ? Math.Max(variance, Robust()) : variance;
    }

    private static double Quadratic(double[] vector, double[,] matrix)
    {
        var sum = 0.0;
        for (var row = 0; row < vector.Length; row++)
        {
            for (var column = 0; column < vector.Length; column++)
            {
                sum += vector[row] * matrix[row, column] * vector[column];
            }
        }

        return sum;
    }
}
