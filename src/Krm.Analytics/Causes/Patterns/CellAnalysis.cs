namespace Krm.Analytics.Causes.Patterns;

/// <summary>What was found in one cell before the number of cells is corrected for.</summary>
/// <param name="Series">The cell.</param>
/// <param name="PValue">Of the hypothesis that there is nothing in this cell; corrected for all patterns and times looked at.</param>
/// <param name="Findings">The patterns that explain the series, the most important first.</param>
internal sealed record CellAnalysis(CellSeries Series, double PValue, IReadOnlyList<PatternFinding> Findings);
