using NodaTime;

namespace Krm.Cli.Demo;

/// <summary>A recurring cause that the generator puts into the bundled backlog so that finding it can be checked.</summary>
/// <param name="Category">The category whose cases increase.</param>
/// <param name="Place">The place they come from; null where all places are hit.</param>
/// <param name="From">The first day of the cause, a Monday.</param>
/// <param name="Weeks">How many weeks it lasts.</param>
/// <param name="ExtraPerWeek">How many cases it adds to each week.</param>
/// <param name="Sentence">What citizens write because of it.</param>
internal sealed record PlantedCause(
    string Category, string? Place, LocalDate From, int Weeks, int ExtraPerWeek, string Sentence)
{
    /// <summary>The last day of the cause, inclusive.</summary>
    public LocalDate To => From.PlusDays((Weeks * 7) - 1);
}
