using Krm.Analytics.Causes.Events;

namespace Krm.Analytics.Causes.Patterns;

/// <summary>What all cells of one detection share.</summary>
/// <param name="All">The cell of all cases.</param>
/// <param name="IsComparedWithOthers">Whether cells are compared with the course of all others.</param>
/// <param name="WorkingDays">Exposure where the host gave none.</param>
/// <param name="Grid">The course of the year.</param>
/// <param name="MinimumCases">The fewest cases of a finding.</param>
/// <param name="Events">What makes people write, kind by kind.</param>
/// <param name="UsualDispersion">Variance by mean that is usual in all cells against their own course; 0 if unknown.</param>
/// <param name="UsualDispersionOfShare">The same against the course of the others.</param>
internal sealed record AnalysisSetting(
    CellSeries All, bool IsComparedWithOthers, double[] WorkingDays, YearGrid Grid, int MinimumCases,
    IReadOnlyList<EventSchedule> Events, double UsualDispersion = 0, double UsualDispersionOfShare = 0)
{
    /// <summary>How many patterns are tested in a cell: windows, seasons, trends, and each kind of event.</summary>
    public int PatternsTested => 3 + Events.Count;
}
