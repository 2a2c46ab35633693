namespace Krm.Cli.Series;

/// <summary>Which columns of a table of counts make up a series.</summary>
/// <param name="Date">The first, or any, day of the period.</param>
/// <param name="Count">How many cases.</param>
/// <param name="Exposure">What they are measured against; null for none.</param>
/// <param name="Control">Counts of a series the measure did not touch; null for none.</param>
internal sealed record SeriesColumns(string Date, string Count, string? Exposure, string? Control);
