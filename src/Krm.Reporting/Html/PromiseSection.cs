using Krm.Reporting.Charts;
using Krm.Reporting.Tables;

namespace Krm.Reporting.Html;

/// <summary>Which service promises were kept.</summary>
internal static class PromiseSection
{
    public static void Write(HtmlWriter html, ReportData data)
    {
        if (data.Promises.Count == 0)
        {
            return;
        }

        using var section = html.Open("section");
        html.Text("h2", "Werden Serviceversprechen gehalten?");
        var judged = data.Promises.Where(promise => promise.Kept is not null).Select(promise => (promise.Promise, promise.Decided, promise.Kept)).ToList();
        if (judged.Count > 0)
        {
            ChartFigure.Write(
                html,
                "Anteil gehaltener Versprechen",
                "Je Zeile ein Anteil mit 95‑%‑Bereich, daneben in Zahlen.",
                IntervalDots.HeightOf(judged.Count),
                () => IntervalDots.Draw(html, judged, null));
        }

        TableView.Write(html, FindingTables.Promises(data));
    }
}
