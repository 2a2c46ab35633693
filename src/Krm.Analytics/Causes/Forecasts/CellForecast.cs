using Krm.Analytics.Counting;

namespace Krm.Analytics.Causes.Forecasts;

/// <summary>What is to be expected of one finest cell in one coming period.</summary>
/// <param name="Values">One value for each dimension of the plan.</param>
/// <param name="Period">The week or month.</param>
/// <param name="Point">Expected count and interval.</param>
public sealed record CellForecast(IReadOnlyList<string> Values, CountPeriod Period, ForecastPoint Point);
