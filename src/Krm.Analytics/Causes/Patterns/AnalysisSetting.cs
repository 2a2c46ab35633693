using Krm.Analytics.Causes.Events;

namespace Krm.Analytics.Causes.Patterns;

/// <summary>What all cells of one detection share.</summary>
/// <param name="All">The cell of all cases.</param>
/// <param name="IsComparedWithOthers">Whether cells are compared with the course of all others.</param>
/// <param name="WorkingDays">Exposure where the host gave none.</param>
/// <param name="Grid">The course of the year.</param>
/// <param name="MinimumCases">The fewest cases of a finding.</param>
/// <param name="Events">What makes people write, kind by kind.</param>
/// <param name="Usual">How cells vary anyway against their own course.</param>
/// <param name="UsualOfShare">The same against the course of the others.</param>
internal sealed record AnalysisSetting(
    CellSeries All, bool IsComparedWithOthers, double[] WorkingDays, YearGrid Grid, int MinimumCases,
    IReadOnlyList<EventSchedule> Events, UsualVariation Usual = default, UsualVariation UsualOfShare = default)
{
    /// <summary>How many patterns are tested in a cell: windows, seasons, trends, and each kind of event.</summary>
    public int PatternsTested => 3 + Events.Count;
}
