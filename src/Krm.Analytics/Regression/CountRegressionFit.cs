using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Krm.Analytics.Regression;

/// <summary>A fitted <see cref="CountRegression"/>: coefficients on the logarithmic scale and how sure they are.</summary>
/// <remarks>Immutable and thread-safe. Lists have one entry for each column of the design unless said otherwise.</remarks>
public sealed class CountRegressionFit
{
    private readonly Matrix<double> _unscaledCovariance;

    internal CountRegressionFit(
        CountFamily family, double[] coefficients, Matrix<double> unscaledCovariance, double[] workingWeights,
        double[] fitted, double deviance, double dispersion, double theta, double thetaStandardError, double logLikelihood,
        bool hasConverged)
    {
        Family = family;
        Coefficients = coefficients;
        WorkingWeights = workingWeights;
        Fitted = fitted;
        Deviance = deviance;
        Dispersion = dispersion;
        Theta = theta;
        ThetaStandardError = thetaStandardError;
        LogLikelihood = logLikelihood;
        HasConverged = hasConverged;
        _unscaledCovariance = unscaledCovariance;
        var scale = family == CountFamily.QuasiPoisson ? dispersion : 1;
        StandardErrors = [.. unscaledCovariance.Diagonal().Select(variance => Math.Sqrt(variance * scale))];
    }

    /// <summary>The family the counts were taken to follow.</summary>
    public CountFamily Family { get; }

    /// <summary>Estimates, natural logarithm of a rate or rate ratio.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <summary>Model-based standard errors; for <see cref="CountFamily.QuasiPoisson"/> with the dispersion.</summary>
    public IReadOnlyList<double> StandardErrors { get; }

    /// <summary>Expected count of each observation.</summary>
    public IReadOnlyList<double> Fitted { get; }

    /// <summary>Weight of each observation in the last step of the iteration.</summary>
    internal IReadOnlyList<double> WorkingWeights { get; }

    /// <summary>Residual deviance.</summary>
    public double Deviance { get; }

    /// <summary>Pearson's statistic over the residual degrees of freedom; 1 for Poisson counts.</summary>
    public double Dispersion { get; }

    /// <summary>θ of the negative binomial; positive infinity for the other families.</summary>
    public double Theta { get; }

    /// <summary>Standard error of <see cref="Theta"/>; not a number for the other families.</summary>
    public double ThetaStandardError { get; }

    /// <summary>Logarithm of the likelihood at its maximum; not a number for <see cref="CountFamily.QuasiPoisson"/>.</summary>
    public double LogLikelihood { get; }

    /// <summary>Whether the iteration reached its tolerance.</summary>
    public bool HasConverged { get; }

    /// <summary>Observations minus columns of the design.</summary>
    public int ResidualDegreesOfFreedom => Fitted.Count - Coefficients.Count;

    /// <summary>The model-based covariance of the coefficients.</summary>
    /// <returns>A new square array, rows and columns in the order of the design.</returns>
    public double[,] Covariance() =>
        (_unscaledCovariance * (Family == CountFamily.QuasiPoisson ? Dispersion : 1)).ToArray();

    /// <summary>Wald's interval of a coefficient.</summary>
    /// <param name="index">The column of the design, from 0.</param>
    /// <param name="level">Coverage between 0 and 1, exclusive; default .95.</param>
    /// <returns>Lower and upper limit by the normal distribution.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> or <paramref name="index"/> is out of range.</exception>
    public (double Low, double High) WaldInterval(int index, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        var margin = Normal.InvCDF(0, 1, 0.5 + (level / 2)) * StandardErrors[index];
        return (Coefficients[index] - margin, Coefficients[index] + margin);
    }

    /// <summary>Two-sided p-value of a coefficient against 0.</summary>
    /// <param name="index">The column of the design, from 0.</param>
    /// <returns>Normal for Poisson and negative binomial, Student's t for quasi-Poisson, as R's <c>summary.glm</c>.</returns>
    public double PValue(int index)
    {
        var statistic = Math.Abs(Coefficients[index] / StandardErrors[index]);
        return Family == CountFamily.QuasiPoisson
            ? 2 * StudentT.CDF(0, 1, ResidualDegreesOfFreedom, -statistic)
            : 2 * Normal.CDF(0, 1, -statistic);
    }
}
