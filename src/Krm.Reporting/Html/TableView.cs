using Krm.Reporting.Tables;

namespace Krm.Reporting.Html;

/// <summary>Writes a table with a caption and scopes, open or folded behind its chart.</summary>
internal static class TableView
{
    /// <summary>The table behind a chart: folded until a reader wants it.</summary>
    public static void WriteFolded(HtmlWriter html, ReportTable table)
    {
        using var details = html.Open("details");
        html.Text("summary", "Zahlen als Tabelle: " + table.Title);
        Write(html, table);
    }

    public static void Write(HtmlWriter html, ReportTable table)
    {
        using var scroll = html.Open(
            "div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Tabelle: " + table.Title));
        using var element = html.Open("table");
        html.Text("caption", table.Title);
        using (html.Open("thead"))
        using (html.Open("tr"))
        {
            for (var column = 0; column < table.Columns.Count; column++)
            {
                html.Text("th", table.Columns[column].Title, ("scope", "col"), ("class", Class(table, column)));
            }
        }

        using (html.Open("tbody"))
        {
            foreach (var row in table.Rows)
            {
                var isSum = row[0].ToGerman() == "Summe";
                using var line = html.Open("tr", ("class", isSum ? "sum" : "row"));
                html.Text("th", row[0].ToGerman(), ("scope", "row"));
                for (var column = 1; column < row.Count; column++)
                {
                    WriteCell(html, row[column], Class(table, column));
                }
            }
        }
    }

    private static void WriteCell(HtmlWriter html, ReportCell cell, string style)
    {
        if (cell.IsSuppressed)
        {
            html.Text("td", cell.ToGerman(), ("class", style), ("title", "aus Gründen der Anonymität nicht ausgewiesen"));
        }
        else
        {
            html.Text("td", cell.ToGerman(), ("class", style));
        }
    }

    private static string Class(ReportTable table, int column) =>
        table.Rows.Any(row => row[column].IsText) ? "text" : "number";
}
