using Krm.Reporting.Tables;

namespace Krm.Reporting.Html;

/// <summary>What is late and where it is stuck: the worklist in numbers.</summary>
internal static class OverdueSection
{
    public static void Write(HtmlWriter html, ReportData data)
    {
        if (data.Overdue is { IsEmpty: true, IsWithheld: false })
        {
            return;
        }

        using var section = html.Open("section");
        html.Text("h2", data.HasClosingDays ? "Was ist überfällig?" : "Welche Fristen sind abgelaufen?");
        html.Text(
            "p",
            data.HasClosingDays
                ? "Offene Vorgänge, deren Frist vorbei ist, danach, wie lange schon."
                : "Vorgänge, deren Frist vorbei ist, danach, wie lange schon; ob sie erledigt sind, ist nicht bekannt.");
        if (data.OverdueCount.IsSuppressed)
        {
            html.Text("p", "Es sind so wenige, dass sie nicht einzeln ausgewiesen werden.", ("class", "note"));
            return;
        }

        WriteTable(html, data.Overdue, "overdue", "Überfällig nach Stelle", "Stelle");
        WriteTable(html, data.OverdueSteps, "overdue-steps", "Überfällig nach offenem Schritt", "Schritt");
    }

    private static void WriteTable(HtmlWriter html, CrossTable table, string id, string title, string rowTitle)
    {
        if (table.IsWithheld)
        {
            html.Text("p", $"{title}: {Wording.Withheld}", ("class", "note"));
        }
        else if (!table.IsEmpty)
        {
            var rows = ReportTables.Cross(table, id, title, rowTitle);
            TableView.Write(html, rows with { Rows = [.. rows.Rows.Where(row => row[^1].IsSuppressed || row[^1].Number > 0)] });
        }
    }
}
