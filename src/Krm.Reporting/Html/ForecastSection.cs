using Krm.Reporting.Charts;
using Krm.Reporting.Formatting;
using Krm.Reporting.Tables;

namespace Krm.Reporting.Html;

/// <summary>What the coming weeks will probably bring.</summary>
internal static class ForecastSection
{
    public static void Write(HtmlWriter html, ReportData data)
    {
        if (data.Forecast.Count == 0)
        {
            return;
        }

        using var section = html.Open("section");
        html.Text("h2", "Was kommt?");
        html.Text(
            "p",
            $"In den nächsten {data.Forecast.Count} Wochen sind je Woche etwa {GermanFormat.Number(data.Forecast.Average(week => week.Expected), 0)} "
            + "Eingänge zu erwarten, wenn es weitergeht wie bisher.",
            ("class", "lead"));
        ChartFigure.Write(
            html,
            "Erwartete Eingänge je Woche",
            "Je Woche ein Punkt mit 95‑%‑Bereich.",
            ForecastBars.Height,
            () => ForecastBars.Draw(html, data.Forecast));
        TableView.WriteFolded(html, FindingTables.Forecast(data));
    }
}
