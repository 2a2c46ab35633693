using MathNet.Numerics.LinearAlgebra;

namespace Krm.Analytics.Regression;

/// <summary>Regression of counts with logarithmic link: Poisson, quasi-Poisson, negative binomial.</summary>
/// <remarks>
/// Iteratively reweighted least squares by QR (McCullagh and Nelder, Generalized Linear Models, 1989, § 2.5); θ of the
/// negative binomial in turn with the coefficients (Venables and Ripley, MASS, 2002, § 7.4). Pure and thread-safe; a
/// fit of n observations and p columns costs about ten times n·p² operations.
/// </remarks>
public static class CountRegression
{
    /// <summary>Fits coefficients to counts.</summary>
    /// <param name="design">One row an observation, one column a term; more rows than columns, full column rank.</param>
    /// <param name="counts">Observed counts, not negative, one an observation.</param>
    /// <param name="exposure">Positive exposure of each observation; null for 1 everywhere.</param>
    /// <param name="family">How counts vary.</param>
    /// <param name="options">When to stop; null for the defaults.</param>
    /// <returns>The fit; see <see cref="CountRegressionFit.HasConverged"/>.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a count is negative, an exposure is not positive, or there are
    /// too few rows or dependent columns.</exception>
    public static CountRegressionFit Fit(
        double[,] design, IReadOnlyList<double> counts, IReadOnlyList<double>? exposure, CountFamily family,
        CountRegressionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(counts);
        options ??= new CountRegressionOptions();
        Check(design, counts, exposure);
        var problem = new ReweightedLeastSquares(
            Matrix<double>.Build.DenseOfArray(design),
            [.. counts],
            exposure is null ? new double[counts.Count] : [.. exposure.Select(one => Math.Log(one))],
            options);

        return family == CountFamily.NegativeBinomial
            ? FitNegativeBinomial(problem, options)
            : Describe(problem, family, problem.Solve(double.PositiveInfinity, null), NegativeBinomialTheta.Result.Infinite);
    }

    // Coefficients and θ in turn until neither the likelihood nor θ moves.
    private static CountRegressionFit FitNegativeBinomial(ReweightedLeastSquares problem, CountRegressionOptions options)
    {
        var state = problem.Solve(double.PositiveInfinity, null);
        var estimate = NegativeBinomialTheta.Estimate(problem.Counts, state.Means, options);
        var likelihood = double.NaN;
        for (var iteration = 0; iteration < options.MaximumIterations && estimate.IsFinite; iteration++)
        {
            var next = problem.Solve(estimate.Theta, state.Means);
            var theta = NegativeBinomialTheta.Estimate(problem.Counts, next.Means, options);
            var nextLikelihood = NegativeBinomialTheta.LogLikelihood(problem.Counts, next.Means, theta.Theta);
            var change = Math.Abs(nextLikelihood - likelihood) + Math.Abs(theta.Theta - estimate.Theta);
            (state, estimate, likelihood) = (next, theta, nextLikelihood);
            if (change <= options.Tolerance)
            {
                break;
            }
        }

        return Describe(problem, CountFamily.NegativeBinomial, state, estimate);
    }

    private static CountRegressionFit Describe(
        ReweightedLeastSquares problem, CountFamily family, ReweightedLeastSquares.State state,
        NegativeBinomialTheta.Result theta)
    {
        var freedom = problem.Counts.Length - state.Coefficients.Length;
        var pearson = 0.0;
        for (var row = 0; row < problem.Counts.Length; row++)
        {
            var residual = (problem.Counts[row] / state.Means[row]) - 1;
            pearson += state.Weights[row] * residual * residual;
        }

        var logLikelihood = family switch
        {
            CountFamily.QuasiPoisson => double.NaN,
            CountFamily.Poisson => PoissonDeviance.LogLikelihood(problem.Counts, state.Means),
            _ => NegativeBinomialTheta.LogLikelihood(problem.Counts, state.Means, theta.Theta),
        };
        return new CountRegressionFit(
            family, state.Coefficients, state.UnscaledCovariance, state.Weights, state.Means, state.Deviance, pearson / freedom,
            theta.Theta, theta.StandardError, logLikelihood, state.HasConverged);
    }

    private static void Check(double[,] design, IReadOnlyList<double> counts, IReadOnlyList<double>? exposure)
    {
        var rows = design.GetLength(0);
        var columns = design.GetLength(1);
        if (counts.Count != rows)
        {
            throw new ArgumentException($"{counts.Count} counts for {rows} rows of the design; give one count a row.", nameof(counts));
        }

        if (exposure is not null && exposure.Count != rows)
        {
            throw new ArgumentException($"{exposure.Count} exposures for {rows} rows of the design; give one a row.", nameof(exposure));
        }

        if (rows <= columns || columns == 0)
        {
            throw new ArgumentException($"{rows} observations for {columns} terms; more observations than terms are needed.", nameof(design));
        }

        for (var row = 0; row < rows; row++)
        {
            if (!(counts[row] >= 0) || double.IsInfinity(counts[row]))
            {
                throw new ArgumentException($"Count {row} is not a number of 0 or more.", nameof(counts));
            }

            if (exposure is not null && (!(exposure[row] > 0) || double.IsInfinity(exposure[row])))
            {
                throw new ArgumentException($"Exposure {row} is not a positive number.", nameof(exposure));
            }
        }
    }
}
