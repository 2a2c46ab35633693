namespace Krm.Analytics.Regression;

/// <summary>When a <see cref="CountRegression"/> stops iterating.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record CountRegressionOptions
{
    /// <summary>Relative change of the deviance below which the fit has converged; default 1e-8, as R's <c>glm</c>.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>Upper limit of iterations of each loop; default 100.</summary>
    public int MaximumIterations { get; init; } = 100;

    /// <summary>Values of θ above this mean that the counts are not over-dispersed; default 1e6.</summary>
    public double MaximumTheta { get; init; } = 1e6;
}
