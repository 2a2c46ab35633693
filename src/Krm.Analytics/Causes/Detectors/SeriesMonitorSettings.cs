using Krm.Analytics.Counting;

namespace Krm.Analytics.Causes.Detectors;

/// <summary>Settings of <see cref="SeriesMonitor"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record SeriesMonitorSettings
{
    /// <summary>Periods in a year: 52.1775 for calendar weeks (default), 12 for months.</summary>
    public double PeriodsPerYear { get; init; } = 52.1775;

    /// <summary>The p-value below which a period is an alarm for a burst; 0.005 by default.</summary>
    public double BurstAlpha { get; init; } = 0.005;

    /// <summary>The p-value below which a period is an alarm for a lasting shift; 0.0005 by default.</summary>
    public double ShiftAlpha { get; init; } = 0.0005;

    /// <summary>How many of the latest periods are left out of the history; 8 by default.</summary>
    public int ExcludedPeriods { get; init; } = 8;

    /// <summary>After how many periods the expectation is fitted anew; at least 1, 4 by default.</summary>
    public int RefitInterval { get; init; } = 4;

    /// <summary>The fewest periods of history for a fit; at least 4, 12 by default.</summary>
    public int MinimumHistory { get; init; } = 12;

    /// <summary>The most periods of history used; ten years by default.</summary>
    public int MaximumHistory { get; init; } = 522;

    /// <summary>The defaults for weeks or months.</summary>
    /// <param name="period">The length of the periods.</param>
    public static SeriesMonitorSettings For(PeriodKind period) => period == PeriodKind.Week
        ? new SeriesMonitorSettings()
        : new SeriesMonitorSettings { PeriodsPerYear = 12, ExcludedPeriods = 2, RefitInterval = 1, MaximumHistory = 120 };

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(PeriodsPerYear, 4);
        ArgumentOutOfRangeException.ThrowIfNegative(ExcludedPeriods);
        ArgumentOutOfRangeException.ThrowIfLessThan(RefitInterval, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumHistory, 4);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumHistory, MinimumHistory);
        if (!(BurstAlpha is >= 0 and < 0.5 && ShiftAlpha is >= 0 and < 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(BurstAlpha), "The alarm probabilities lie between 0 and 0.5.");
        }
    }
}
