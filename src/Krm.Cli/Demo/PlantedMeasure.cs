using NodaTime;

namespace Krm.Cli.Demo;

/// <summary>A measure whose effect the generator puts into the bundled backlog so that verifying it can be checked.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Category">The category it is about.</param>
/// <param name="Date">Since when, a Monday.</param>
/// <param name="AvertedShare">Share of the cases of the category that do not come any more.</param>
internal sealed record PlantedMeasure(string Name, string Category, LocalDate Date, double AvertedShare);
