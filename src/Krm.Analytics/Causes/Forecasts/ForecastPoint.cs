namespace Krm.Analytics.Causes.Forecasts;

/// <summary>What is to be expected in one coming period.</summary>
/// <param name="Index">The index of the period, counting on from the series.</param>
/// <param name="Expected">Expected count.</param>
/// <param name="Low">Lower end of the interval of 95 % probability (inclusive).</param>
/// <param name="High">Upper end of the interval (inclusive).</param>
public readonly record struct ForecastPoint(int Index, double Expected, int Low, int High);
