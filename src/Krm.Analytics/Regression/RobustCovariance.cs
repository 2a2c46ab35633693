using MathNet.Numerics.LinearAlgebra;

namespace Krm.Analytics.Regression;

/// <summary>Standard errors that stay right when counts scatter unevenly or neighbouring periods are alike.</summary>
/// <remarks>
/// Sandwich estimators (White 1980; Newey and West 1987, Bartlett weights without prewhitening) as R's package sandwich
/// computes them for a generalised linear model. Pure and thread-safe.
/// </remarks>
public static class RobustCovariance
{
    /// <summary>White's HC0 standard errors: right when counts scatter unevenly.</summary>
    /// <param name="design">The design the fit was made from.</param>
    /// <param name="counts">The counts the fit was made from.</param>
    /// <param name="fit">The fit.</param>
    /// <returns>One standard error for each column of the design.</returns>
    public static IReadOnlyList<double> White(double[,] design, IReadOnlyList<double> counts, CountRegressionFit fit) =>
        StandardErrors(Sandwich(design, counts, fit, 0));

    /// <summary>Standard errors by Newey and West, enlarged by n/(n − p) for short series.</summary>
    /// <param name="design">The design the fit was made from, rows in order of time.</param>
    /// <param name="counts">The counts the fit was made from.</param>
    /// <param name="fit">The fit.</param>
    /// <param name="lag">How many periods apart two residuals may still be alike, from 0 to the number of periods, exclusive.</param>
    /// <returns>One standard error for each column of the design.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lag"/> is negative or not below the number of periods.</exception>
    public static IReadOnlyList<double> NeweyWest(
        double[,] design, IReadOnlyList<double> counts, CountRegressionFit fit, int lag) =>
        StandardErrors(NeweyWestMatrix(design, counts, fit, lag));

    internal static double[,] NeweyWestCovariance(
        double[,] design, IReadOnlyList<double> counts, CountRegressionFit fit, int lag) =>
        NeweyWestMatrix(design, counts, fit, lag).ToArray();

    private static Matrix<double> NeweyWestMatrix(
        double[,] design, IReadOnlyList<double> counts, CountRegressionFit fit, int lag)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return Sandwich(design, counts, fit, lag) * (fit.Fitted.Count / (double)fit.ResidualDegreesOfFreedom);
    }

    private static double[] StandardErrors(Matrix<double> covariance) =>
        [.. covariance.Diagonal().Select(variance => Math.Sqrt(variance))];

    private static Matrix<double> Sandwich(
        double[,] design, IReadOnlyList<double> counts, CountRegressionFit fit, int lag)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentOutOfRangeException.ThrowIfNegative(lag);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lag, counts.Count);

        var terms = Matrix<double>.Build.DenseOfArray(design);
        var scores = Matrix<double>.Build.Dense(terms.RowCount, terms.ColumnCount, (row, column) =>
            terms[row, column] * fit.WorkingWeights[row] * (counts[row] - fit.Fitted[row]) / fit.Fitted[row]);
        var meat = scores.TransposeThisAndMultiply(scores);
        for (var distance = 1; distance <= lag; distance++)
        {
            var weight = 1 - (distance / (lag + 1.0));
            var later = scores.SubMatrix(distance, scores.RowCount - distance, 0, scores.ColumnCount);
            var earlier = scores.SubMatrix(0, scores.RowCount - distance, 0, scores.ColumnCount);
            var product = later.TransposeThisAndMultiply(earlier);
            meat += weight * (product + product.Transpose());
        }

        // The bread is the covariance without the dispersion factor of quasi-Poisson.
        var bread = Matrix<double>.Build.DenseOfArray(fit.Covariance());
        if (fit.Family == CountFamily.QuasiPoisson)
        {
            bread /= fit.Dispersion;
        }

        return bread * meat * bread;
    }
}
