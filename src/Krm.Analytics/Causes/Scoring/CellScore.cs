using Krm.Analytics.Causes.Detectors;
using Krm.Analytics.Counting;

namespace Krm.Analytics.Causes.Scoring;

/// <summary>How surprising the count of one finest cell in one period is.</summary>
/// <param name="Values">One value for each dimension of the plan.</param>
/// <param name="Period">The week or month.</param>
/// <param name="Exposure">The exposure of the cell in the period: the host's, else its working days; 1 for methods that use none.</param>
/// <param name="Score">Expected count, limit, p-value and alarm; <see cref="PeriodScore.Index"/> counts from the first period of the cube.</param>
/// <param name="Chart">The state of the control chart, for methods that are one; else <see langword="null"/>.</param>
public sealed record CellScore(
    IReadOnlyList<string> Values, CountPeriod Period, double Exposure, PeriodScore Score, ChartPoint? Chart = null);
