using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Krm.Analytics.Regression;

/// <summary>The inner loop of <see cref="CountRegression"/> for a given θ; an infinite θ is the Poisson model.</summary>
internal sealed class ReweightedLeastSquares(
    Matrix<double> design, double[] counts, double[] logExposure, CountRegressionOptions options)
{
    // Beyond these the exponential overflows or a rate is nothing a count can show.
    private const double LargestLogMean = 40;
    private const double SmallestLogMean = -40;

    /// <summary>The observed counts.</summary>
    public double[] Counts => counts;

    /// <summary>Iterates until the deviance is stable.</summary>
    /// <param name="theta">θ of the negative binomial, or positive infinity.</param>
    /// <param name="start">Means to start from; null to start from the counts.</param>
    public State Solve(double theta, double[]? start)
    {
        var rows = counts.Length;
        var means = new double[rows];
        var logMeans = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            logMeans[row] = Math.Log(start is null ? counts[row] + 0.1 : start[row]);
            means[row] = Math.Exp(logMeans[row]);
        }

        var deviance = PoissonDeviance.Of(counts, means, theta);
        var weights = new double[rows];
        var weighted = Matrix<double>.Build.Dense(rows, design.ColumnCount);
        var response = Vector<double>.Build.Dense(rows);
        for (var iteration = 1; ; iteration++)
        {
            for (var row = 0; row < rows; row++)
            {
                var mean = means[row];
                weights[row] = mean / (1 + (mean / theta));
                var root = Math.Sqrt(weights[row]);
                response[row] = root * (logMeans[row] - logExposure[row] + ((counts[row] - mean) / mean));
                for (var column = 0; column < design.ColumnCount; column++)
                {
                    weighted[row, column] = root * design[row, column];
                }
            }

            var factors = weighted.QR(QRMethod.Thin);
            if (!factors.IsFullRank)
            {
                throw new ArgumentException(
                    "The terms of the design depend on each other; leave out the ones that the others already explain.");
            }

            var coefficients = factors.Solve(response);
            for (var row = 0; row < rows; row++)
            {
                logMeans[row] = Clamp(design.Row(row).DotProduct(coefficients) + logExposure[row]);
                means[row] = Math.Exp(logMeans[row]);
            }

            var next = PoissonDeviance.Of(counts, means, theta);
            var hasConverged = Math.Abs(next - deviance) <= options.Tolerance * (Math.Abs(next) + 0.1);
            deviance = next;
            if (hasConverged || iteration >= options.MaximumIterations)
            {
                // The weights of the last step, not of its result: so R reports it, and the figures agree digit for digit.
                return new State(
                    coefficients, weighted.TransposeThisAndMultiply(weighted).Inverse(), weights, means, deviance, hasConverged);
            }
        }
    }

    private static double Clamp(double logMean) => Math.Clamp(logMean, SmallestLogMean, LargestLogMean);

    /// <summary>Where an iteration ended.</summary>
    internal sealed record State(
        Vector<double> Coefficients, Matrix<double> UnscaledCovariance, double[] Weights, double[] Means, double Deviance,
        bool HasConverged);
}
