namespace Krm.Analytics.Causes.Detectors;

/// <summary>How surprising the count of one period is.</summary>
/// <remarks>Immutable and thread-safe. <c>default</c> is not meaningful.</remarks>
/// <param name="Index">The index of the period in the series, from 0.</param>
/// <param name="Observed">The count.</param>
/// <param name="Expected">The expected count; NaN where the history does not allow an expectation.</param>
/// <param name="Upper">The largest count that is no alarm; NaN where there is none.</param>
/// <param name="PValue">The probability of the observed count or more; NaN where there is no expectation.</param>
/// <param name="IsAlarm">Whether the count is above the limit and there are enough recent cases.</param>
public readonly record struct PeriodScore(int Index, int Observed, double Expected, double Upper, double PValue, bool IsAlarm);
