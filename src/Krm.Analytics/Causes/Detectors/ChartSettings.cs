namespace Krm.Analytics.Causes.Detectors;

/// <summary>Settings of <see cref="LikelihoodRatioChart"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ChartSettings
{
    /// <summary>The statistic at which an alarm is given; above 0, 5 by default.</summary>
    public double Threshold { get; init; } = 5;

    /// <summary>
    /// α of the negative binomial distribution with variance μ + α·μ²; 0 (default) for Poisson counts.
    /// </summary>
    public double Alpha { get; init; }

    /// <summary>
    /// The logarithm of the rate ratio looked for (ordinary CUSUM), or <see langword="null"/> (default) if it is estimated
    /// (generalised likelihood ratio).
    /// </summary>
    public double? LogRatio { get; init; }

    /// <summary>Which change is looked for; an increase by default. A CUSUM with given ratio ignores it.</summary>
    public ChangeDirection Direction { get; init; }

    /// <summary>How many periods before the newest the change can have begun; unlimited by default.</summary>
    public int Memory { get; init; } = int.MaxValue;

    internal void Check()
    {
        if (!(Threshold > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(Threshold), Threshold, "The threshold is above 0.");
        }

        if (!(Alpha >= 0) || double.IsInfinity(Alpha))
        {
            throw new ArgumentOutOfRangeException(nameof(Alpha), Alpha, "Alpha is 0 or more.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Memory);
    }
}
