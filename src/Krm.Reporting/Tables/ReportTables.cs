namespace Krm.Reporting.Tables;

/// <summary>All tables of a report: what stands behind its charts, and what can be had as CSV and JSON.</summary>
public static class ReportTables
{
    /// <summary>All tables that hold something, in the order of the report.</summary>
    /// <param name="data">The figures.</param>
    /// <returns>The tables.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<ReportTable> Of(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        ReportTable[] tables =
        [
            Arrivals(data),
            ClosedShares(data),
            Deadlines(data, data.Units, "deadlines-by-unit", "Fristgerecht nach Stelle", "Stelle"),
            Deadlines(data, data.Priorities, "deadlines-by-priority", "Fristgerecht nach Priorität", "Priorität"),
            Cross(data.Overdue, "overdue", "Überfällige Vorgänge nach Stelle", "Stelle"),
            Cross(data.OverdueSteps, "overdue-steps", "Überfällige Vorgänge nach offenem Schritt", "Schritt"),
            Cross(data.Upcoming, "upcoming", "Offene, nicht überfällige Vorgänge nach Fälligkeit", "Stelle"),
            Cross(data.CategoryCounts, "category-counts", "Vorgänge nach Kategorie", "Kategorie"),
            Cross(data.Categories, "categories", "Vorgänge nach Kategorie und Zeitraum", "Kategorie"),
            .. data.CategoryTrends.Select((trend, index) => Cross(
                trend, $"category-trend-{index + 1}", $"Verlauf der Kategorien, {data.Windows[index].Label}", "Kategorie")),
            Deadlines(data, data.CategoryDeadlines, "deadlines-by-category", "Fristgerecht nach Kategorie", "Kategorie"),
            FindingTables.Causes(data),
            FindingTables.Effects(data),
            FindingTables.Promises(data),
            FindingTables.Forecast(data),
        ];
        return [.. tables.Where(table => table.Rows.Count > 0)];
    }

    internal static ReportTable Arrivals(ReportData data)
    {
        var table = Cross(data.Arrivals, "arrivals", "Eingang nach Zeitraum und Art", "Zeitraum");
        return table with
        {
            Columns = [table.Columns[0], new("from", "von"), new("to", "bis"), .. table.Columns.Skip(1)],
            Rows =
            [
                .. table.Rows.Select((row, index) => (IReadOnlyList<ReportCell>)(index < data.Periods.Count
                    ? [row[0], ReportCell.Of(data.Periods[index].From), ReportCell.Of(data.Periods[index].To), .. row.Skip(1)]
                    : [row[0], ReportCell.Of(data.Header.From), ReportCell.Of(data.Header.To), .. row.Skip(1)])),
            ],
        };
    }

    internal static ReportTable ClosedShares(ReportData data) => new(
        "closed-shares",
        "Abgeschlossen nach Kalendertagen",
        [new("days", "Tage nach Eingang"), new("share", "Anteil abgeschlossen")],
        [
            .. data.ClosedShares.Where(share => share.Days % 7 == 0).Select(share => (IReadOnlyList<ReportCell>)
                [ReportCell.Of(share.Days, 0), ReportCell.OfShare(share.Share)]),
        ]);

    internal static ReportTable Deadlines(
        ReportData data, IReadOnlyList<DeadlineFigure> figures, string id, string title, string rowTitle) => new(
        id,
        title,
        [
            new("group", rowTitle), new("cases", "Vorgänge"), new("share_in_time", "fristgerecht"),
            new("share_low", "95‑%‑Bereich von"), new("share_high", "bis"),
            new("median_days", "Tage, bis die Hälfte abgeschlossen ist"), new("p90_days", "bis neun von zehn"),
        ],
        [
            .. figures.Concat(figures.Count > 0 && data.Overall is { } all ? [all with { Group = "Summe" }] : [])
                .Select(figure => (IReadOnlyList<ReportCell>)
                [
                    ReportCell.Of(figure.Group),
                    ReportCell.Of(figure.Cases),
                    ReportCell.OfShare(figure.InTime?.Share),
                    ReportCell.OfShare(figure.InTime?.Low),
                    ReportCell.OfShare(figure.InTime?.High),
                    ReportCell.Of(figure.MedianDays, 0),
                    ReportCell.Of(figure.NinetiethPercentileDays, 0),
                ]),
        ]);

    /// <summary>A table of counts with its totals in the last row and column.</summary>
    internal static ReportTable Cross(CrossTable table, string id, string title, string rowTitle) => new(
        id,
        title,
        [
            new("group", rowTitle),
            .. table.Columns.Select(column => new ReportColumn(ColumnId(column), column)),
            new("total", "Summe"),
        ],
        table.IsEmpty
            ? []
            :
            [
                .. table.Rows.Select((row, index) => Row(row, table.Cells[index], table.RowTotals[index])),
                Row("Summe", table.ColumnTotals, table.Total),
            ]);

    private static IReadOnlyList<ReportCell> Row(string title, IReadOnlyList<ReportCount> counts, ReportCount total) =>
        [ReportCell.Of(title), .. counts.Select(ReportCell.Of), ReportCell.Of(total)];

    /// <summary>The name of a group for programs, kept apart from the names of our own columns.</summary>
    private static string ColumnId(string group) =>
        group is "group" or "total" or "from" or "to" or "suppressed" ? group + "_" : group;
}
