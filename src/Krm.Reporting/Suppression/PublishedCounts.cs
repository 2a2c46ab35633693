using Krm.Analytics.Counting.Suppression;

namespace Krm.Reporting.Suppression;

/// <summary>Turns protected counts into what a report shows; a withheld number does not come with it.</summary>
internal static class PublishedCounts
{
    public static ReportCount ToCount(this CountCell cell) => cell.IsSuppressed ? ReportCount.Suppressed : ReportCount.Of(cell.Value);

    /// <summary>The table as it may be shown.</summary>
    public static CrossTable ToTable(this CountGrid grid, IReadOnlyList<string> rows, IReadOnlyList<string> columns) => grid.IsWithheld
        ? CrossTable.Empty with { IsWithheld = true, Total = ReportCount.Suppressed }
        : new CrossTable
        {
            Rows = rows,
            Columns = columns,
            Cells = [.. Enumerable.Range(0, grid.Rows).Select(row => (IReadOnlyList<ReportCount>)
                [.. Enumerable.Range(0, grid.Columns).Select(column => grid[row, column].ToCount())])],
            RowTotals = [.. Enumerable.Range(0, grid.Rows).Select(row => grid[row, grid.Columns].ToCount())],
            ColumnTotals = [.. Enumerable.Range(0, grid.Columns).Select(column => grid[grid.Rows, column].ToCount())],
            Total = grid.Total.ToCount(),
        };
}
