using Krm.Reporting.Charts;
using Krm.Reporting.Formatting;
using Krm.Reporting.Tables;

namespace Krm.Reporting.Html;

/// <summary>How fast: how long cases take and whether deadlines are kept, by unit and by priority.</summary>
internal static class DeadlineSection
{
    public static void Write(HtmlWriter html, ReportData data)
    {
        using var section = html.Open("section");
        html.Text("h2", "Wie schnell?");
        html.Text("p", Lead(data), ("class", "lead"));
        if (!data.HasClosingDays)
        {
            return;
        }

        WriteCurve(html, data);
        WriteFigures(html, data, data.Units, "Fristgerecht nach Stelle", "deadlines-by-unit", "Stelle");
        if (data.Priorities.Count > 1)
        {
            WriteFigures(html, data, data.Priorities, "Fristgerecht nach Priorität", "deadlines-by-priority", "Priorität");
        }

        html.Text(
            "p",
            "Punkt: Anteil der rechtzeitig erledigten an allen erledigten und überfälligen Vorgängen. Strich: 95‑%‑Bereich. "
            + "Gestrichelte Linie: alle Vorgänge. Hohler Punkt: der ganze Bereich liegt unter dem Anteil aller.",
            ("class", "note"));
    }

    private static string Lead(ReportData data)
    {
        if (!data.HasClosingDays)
        {
            return Wording.NoClosingDays;
        }

        var share = data.Overall?.InTime is { } value
            ? $"{GermanFormat.Percent(value.Share)} der Vorgänge, deren Frist entschieden ist, wurden rechtzeitig abgeschlossen."
            : "Der Anteil fristgerechter Vorgänge kann nicht ausgewiesen werden.";
        return data.Overall?.MedianDays is { } days
            ? $"{share} Nach {GermanFormat.AfterDays(days)} ist die Hälfte abgeschlossen."
            : share;
    }

    private static void WriteCurve(HtmlWriter html, ReportData data)
    {
        if (data.ClosedShares.Count < 2)
        {
            return;
        }

        var caption = "Wie viele Vorgänge nach wie vielen Wochen abgeschlossen sind";
        ChartFigure.Write(
            html,
            caption,
            "Steigende Linie; Werte stehen in der Tabelle dahinter.",
            ClosingCurve.Height,
            () => ClosingCurve.Draw(html, data.ClosedShares));
        TableView.WriteFolded(html, ReportTables.ClosedShares(data));
    }

    private static void WriteFigures(
        HtmlWriter html, ReportData data, IReadOnlyList<DeadlineFigure> figures, string caption, string id, string rowTitle)
    {
        if (figures.Count == 0)
        {
            html.Text("p", $"{caption}: {Wording.Withheld}", ("class", "note"));
            return;
        }

        var rows = figures
            .Where(figure => figure.Group != ReportCase.NotApplicable)
            .OrderByDescending(figure => figure.InTime?.Share ?? -1)
            .Select(figure => (figure.Group, figure.Cases, figure.InTime))
            .ToList();
        ChartFigure.Write(
            html,
            caption,
            "Je Zeile ein Anteil mit 95‑%‑Bereich, daneben in Zahlen.",
            IntervalDots.HeightOf(rows.Count),
            () => IntervalDots.Draw(html, rows, data.Overall?.InTime));
        TableView.WriteFolded(html, ReportTables.Deadlines(data, figures, id, caption, rowTitle));
    }
}
