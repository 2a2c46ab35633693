namespace Krm.Analytics.Tests.Causes;

/// <summary>What the series of a simulation are like before causes are planted into them.</summary>
/// <param name="SmallestLevel">Cases a week of the quietest series.</param>
/// <param name="LogRangeOfLevels">Logarithm of the busiest level by the quietest.</param>
/// <param name="MostExtraDispersion">Variance by mean less 1 of the noisiest series.</param>
/// <param name="Season">Largest amplitude of the course of the year, on the logarithmic scale; half of the series have none.</param>
/// <param name="TrendAYear">Range of the slow change a year, on the logarithmic scale.</param>
/// <param name="SpreadOfUnits">How much units differ anyway.</param>
/// <param name="SpreadOfExposure">How much the exposure varies from week to week, holidays apart.</param>
internal sealed record PlantedWorld(
    double SmallestLevel = 1.5, double LogRangeOfLevels = 2.5, double MostExtraDispersion = 1, double Season = 0.3,
    double TrendAYear = 0.03, double SpreadOfUnits = 0.1, double SpreadOfExposure = 0.05)
{
    public static PlantedWorld Usual { get; } = new();

    public static PlantedWorld Quiet { get; } = new(SmallestLevel: 0.5, LogRangeOfLevels: 2, MostExtraDispersion: 0.5);

    public static PlantedWorld Busy { get; } = new(SmallestLevel: 5, LogRangeOfLevels: 3, MostExtraDispersion: 4);

    public static PlantedWorld Restless { get; } = new(Season: 0.6, TrendAYear: 0.1, SpreadOfUnits: 0.2, SpreadOfExposure: 0.2);
}
