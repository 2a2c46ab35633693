using Krm.Analytics.Regression;

namespace Krm.Analytics.Effects;

/// <summary>How an <see cref="EffectVerifier"/> models a series.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record EffectOptions
{
    /// <summary>How counts vary; default quasi-Poisson, which needs no assumption on the shape of over-dispersion.</summary>
    public CountFamily Family { get; init; } = CountFamily.QuasiPoisson;

    /// <summary>Coverage of the intervals, between 0 and 1, exclusive; default .95.</summary>
    public double ConfidenceLevel { get; init; } = 0.95;

    /// <summary>How interval and p-value are drawn; default <see cref="EffectInterval.Cautious"/>.</summary>
    public EffectInterval Interval { get; init; } = EffectInterval.Cautious;

    /// <summary>Whether the trend may change with the measure too, not only the level; default no.</summary>
    public bool HasSlopeChange { get; init; }

    /// <summary>Sine and cosine pairs of the yearly season; null (default) for one pair where at least one and a half years are given, else none.</summary>
    public int? Harmonics { get; init; }

    /// <summary>Whether a linear trend belongs to what would have been expected anyway; null (default) for yes where at least one year lies before the measure.</summary>
    public bool? HasTrend { get; init; }

    /// <summary>Whether to leave a peak just before the measure out of the comparison; default yes.</summary>
    /// <remarks>A measure is often taken at a peak, after which counts fall by themselves (regression to the mean).</remarks>
    public bool LeavesOutPeakBefore { get; init; } = true;

    /// <summary>How many periods apart residuals may be alike when they turn out to be correlated; default 4.</summary>
    public int NeweyWestLag { get; init; } = 4;
}
