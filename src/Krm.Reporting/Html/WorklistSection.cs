using Krm.Reporting.Tables;

namespace Krm.Reporting.Html;

/// <summary>The worklist in numbers: what is late, where it is stuck, and what is due next.</summary>
internal static class WorklistSection
{
    public static void Write(HtmlWriter html, ReportData data)
    {
        var hasOverdue = data.Overdue.IsWithheld || !data.Overdue.IsEmpty;
        var hasUpcoming = data.HasClosingDays && (data.Upcoming.IsWithheld || !data.Upcoming.IsEmpty);
        if (!hasOverdue && !hasUpcoming)
        {
            return;
        }

        using var section = html.Open("section");
        html.Text("h2", data.HasClosingDays ? "Was ist zu tun?" : "Welche Fristen sind abgelaufen?");
        if (hasOverdue)
        {
            WriteOverdue(html, data);
        }

        if (hasUpcoming)
        {
            WriteTable(html, data.Upcoming, "upcoming", "Offen und noch nicht überfällig: wann die Frist endet", "Stelle");
        }
    }

    private static void WriteOverdue(HtmlWriter html, ReportData data)
    {
        if (data.OverdueCount.IsSuppressed)
        {
            html.Text("p", "Überfällig sind so wenige Vorgänge, dass sie nicht einzeln ausgewiesen werden.");
            return;
        }

        html.Text(
            "p",
            data.HasClosingDays
                ? $"{data.OverdueCount} Vorgänge sind offen, obwohl ihre Frist vorbei ist."
                : $"Bei {data.OverdueCount} Vorgängen ist die Frist vorbei; ob sie erledigt sind, ist nicht bekannt.",
            ("class", "lead"));
        WriteTable(html, data.Overdue, "overdue", "Seit wann überfällig, nach Stelle", "Stelle");
        WriteTable(html, data.OverdueSteps, "overdue-steps", "Woran es hängt: der offene Schritt", "Schritt");
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
            var shown = table.Rows.Count == 1 ? rows.Rows.Take(1) : rows.Rows;
            TableView.Write(html, rows with { Rows = [.. shown.Where(row => row[^1].IsSuppressed || row[^1].Number > 0)] });
        }
    }
}
