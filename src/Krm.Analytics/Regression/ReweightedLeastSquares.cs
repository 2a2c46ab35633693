using MathNet.Numerics.LinearAlgebra;

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
        var weighted = new double[design.ColumnCount][];
        for (var column = 0; column < weighted.Length; column++)
        {
            weighted[column] = new double[rows];
        }

        var response = new double[rows];
        for (var iteration = 1; ; iteration++)
        {
            for (var row = 0; row < rows; row++)
            {
                var mean = means[row];
                weights[row] = mean / (1 + (mean / theta));
                var root = Math.Sqrt(weights[row]);
                response[row] = root * (logMeans[row] - logExposure[row] + ((counts[row] - mean) / mean));
                for (var column = 0; column < weighted.Length; column++)
                {
                    weighted[column][row] = root * design[row, column];
                }
            }

            var (coefficients, inverse) = LeastSquares.Solve(weighted, response) ?? throw new ArgumentException(
                "The terms of the design depend on each other; leave out the ones that the others already explain.");
            for (var row = 0; row < rows; row++)
            {
                logMeans[row] = Clamp(Predictor(row, coefficients) + logExposure[row]);
                means[row] = Math.Exp(logMeans[row]);
            }

            var next = PoissonDeviance.Of(counts, means, theta);
            var hasConverged = Math.Abs(next - deviance) <= options.Tolerance * (Math.Abs(next) + 0.1);
            deviance = next;
            if (hasConverged || iteration >= options.MaximumIterations)
            {
                // The weights of the last step, not of its result: so R reports it, and the figures agree digit for digit.
                return new State(coefficients, Matrix<double>.Build.DenseOfArray(inverse), weights, means, deviance, hasConverged);
            }
        }
    }

    private double Predictor(int row, double[] coefficients)
    {
        var sum = 0.0;
        for (var column = 0; column < coefficients.Length; column++)
        {
            sum += design[row, column] * coefficients[column];
        }

        return sum;
    }

    private static double Clamp(double logMean) => Math.Clamp(logMean, SmallestLogMean, LargestLogMean);

    /// <summary>Where an iteration ended.</summary>
    internal sealed record State(
        double[] Coefficients, Matrix<double> UnscaledCovariance, double[] Weights, double[] Means, double Deviance,
        bool HasConverged);
}
