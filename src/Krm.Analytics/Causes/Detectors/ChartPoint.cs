namespace Krm.Analytics.Causes.Detectors;

/// <summary>The state of a control chart after one period.</summary>
/// <param name="Index">The index of the period, from 0.</param>
/// <param name="Statistic">The likelihood-ratio statistic, 0 or more.</param>
/// <param name="ChangeIndex">The period in which the change most probably began.</param>
/// <param name="IsAlarm">Whether the statistic reached the threshold; the chart then starts anew.</param>
public readonly record struct ChartPoint(int Index, double Statistic, int ChangeIndex, bool IsAlarm);
