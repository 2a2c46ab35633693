using Krm.Analytics.Effects;
using Krm.Reporting.Charts;
using Krm.Reporting.Formatting;
using Krm.Reporting.Tables;

namespace Krm.Reporting.Html;

/// <summary>What measures have brought, each with its 95 % range.</summary>
internal static class EffectSection
{
    public static void Write(HtmlWriter html, ReportData data)
    {
        if (data.Effects.Count == 0)
        {
            return;
        }

        using var section = html.Open("section");
        html.Text("h2", "Haben Maßnahmen gewirkt?");
        if (data.Effects.Any(effect => effect.Change is not null))
        {
            ChartFigure.Write(
                html,
                "Veränderung der Vorgänge seit der Maßnahme gegenüber dem ohne sie zu erwartenden Verlauf",
                "Je Zeile ein Punkt mit 95‑%‑Bereich; links von der Linie weniger Vorgänge.",
                ChangeDots.HeightOf(data.Effects.Count),
                () => ChangeDots.Draw(html, data.Effects));
        }

        using (html.Open("ul", ("class", "news")))
        {
            foreach (var effect in data.Effects)
            {
                using var item = html.Open("li");
                html.Text("strong", $"{effect.Measure} ({GermanFormat.Date(effect.Date)}): {VerdictText(effect.Verdict)}. ");
                html.Write(effect.Sentence);
            }
        }

        TableView.WriteFolded(html, FindingTables.Effects(data));
    }

    public static string VerdictText(EffectVerdict verdict) => verdict switch
    {
        EffectVerdict.Improved => "verbessert",
        EffectVerdict.Worse => "verschlechtert",
        EffectVerdict.NoChange => "keine Veränderung",
        _ => "noch nicht zu beurteilen",
    };
}
