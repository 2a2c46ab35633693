using Krm.Analytics.Statistics;

namespace Krm.Analytics.Causes;

/// <summary>What was found in one cell before the number of cells is corrected for.</summary>
/// <param name="Series">The cell.</param>
/// <param name="PValue">Corrected for all windows and patterns looked at in this cell.</param>
/// <param name="Pattern">The pattern that fits best.</param>
/// <param name="Window">The periods concerned and what they are compared with.</param>
internal sealed record CellAnalysis(CellSeries Series, double PValue, CausePattern Pattern, WindowFinding Window)
{
    private const int LongestBurstWeeks = 8;
    private const int LongestBurstMonths = 2;

    /// <summary>Tests one cell; <see langword="null"/> if it has too few cases to be a finding.</summary>
    public static CellAnalysis? Analyze(CellTree tree, CellSeries series, double[] workingDays, CauseDetectorOptions options, bool isRoot)
    {
        if (series.Total < options.MinimumCellSize || (isRoot && tree.Cells.Count > 2))
        {
            return null;
        }

        var courses = new List<ReferenceCourse> { ReferenceCourse.OfExposure(series.Counts, series.Exposure ?? workingDays) };
        if (series.Exposure is null && !isRoot && ReferenceCourse.OfOthers(series.Counts, tree.Cells[0].Counts) is { } others)
        {
            courses.Add(others);
        }

        var window = WindowScan.FindBest(courses, options.MinimumCellSize);
        if (window is null)
        {
            return null;
        }

        var trend = ExactTails.NormalUpper(courses.Min(course => course.TrendDeviate()));
        var isBurst = window.End - window.Start <= (tree.First.Kind == Counting.PeriodKind.Week ? LongestBurstWeeks : LongestBurstMonths);
        var pValue = Math.Min(1, 2 * Math.Min(window.PValue, trend));
        if (trend < window.PValue)
        {
            var half = tree.Length / 2;
            var later = WindowScan.Test(courses, half, tree.Length, 1);
            return new CellAnalysis(series, pValue, CausePattern.Trend, later);
        }

        return new CellAnalysis(series, pValue, isBurst ? CausePattern.Burst : CausePattern.Shift, window);
    }
}
