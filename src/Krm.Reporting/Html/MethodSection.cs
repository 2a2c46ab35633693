using Krm.Reporting.Formatting;

namespace Krm.Reporting.Html;

/// <summary>How the figures came about and what they rest on.</summary>
internal static class MethodSection
{
    public static void Write(HtmlWriter html, ReportData data)
    {
        using var section = html.Open("section");
        html.Text("h2", "Methode und Stand");
        using var list = html.Open("dl");
        foreach (var (topic, text) in Topics(data))
        {
            html.Text("dt", topic);
            html.Text("dd", text);
        }
    }

    private static IEnumerable<(string Topic, string Text)> Topics(ReportData data)
    {
        var method = data.Method;
        yield return (
            "Zeitraum",
            $"Vorgänge mit Eingang vom {GermanFormat.DateRange(data.Header.From, data.Header.To)}; erledigt oder offen nach dem Stand "
            + $"vom {GermanFormat.Date(data.Header.AsOf)}."
            + (method.ReceivedLater.Value == 0 ? "" : $" Danach eingegangen und nicht gezählt: {method.ReceivedLater}."));
        yield return (
            "Anonymität",
            method.SmallestCount <= 1
                ? "Der Bericht enthält nur Zahlen von Vorgängen, keine Texte und keine Namen. Kleine Zahlen sind nicht unterdrückt."
                : $"Der Bericht enthält nur Zahlen von Vorgängen, keine Texte und keine Namen. Zahlen von 1 bis {method.SmallestCount - 1} sind "
                    + $"nicht ausgewiesen ({GermanFormat.SuppressedMark}), dazu so viele weitere, dass sie sich auch aus Summen nicht errechnen lassen.");
        yield return (
            "Fristgerecht",
            "Rechtzeitig erledigte geteilt durch alle erledigten und überfälligen Vorgänge mit Frist; laufende Fristen zählen noch nicht. "
            + "95‑%‑Bereich nach Wilson (1927)."
            + (method.SmallestCount <= 1 ? "" : $" Anteile sind so gerundet, dass eine Stufe mindestens {method.SmallestCount} Vorgänge ausmacht."));
        yield return (
            "Dauer",
            "Kalendertage von Eingang bis Erledigung; offene Vorgänge zählen als „mindestens so lange“ (Kaplan und Meier 1958).");
        yield return (
            "Wiederkehrende Ursachen",
            "Gezählte gegen erwartete Vorgänge aus der Vergangenheit der gleichen Reihe, berichtigt um die Zahl der geprüften Reihen.");
        if (data.Forecast.Count > 0)
        {
            yield return (
                "Ausblick",
                "Niveau, Trend und Jahresgang der Wochen bisher, fortgeschrieben; 95‑%‑Bereich. Er kennt keine künftigen Ereignisse.");
        }

        if (data.Effects.Count > 0)
        {
            yield return (
                "Wirkung",
                "Vergleich mit dem Verlauf, der ohne die Maßnahme zu erwarten war (unterbrochene Zeitreihe); 95‑%‑Bereich.");
        }

        if (method.NotApplicable.Value != 0)
        {
            yield return ("Ausgenommen", $"{method.NotApplicable} Vorgänge fallen nicht unter das Regelwerk und haben keine Frist.");
        }

        if (method.Classified.Value != 0 || method.Abstained.Value != 0)
        {
            yield return (
                "Kategorien",
                $"Vom Programm vorgeschlagen bei {method.Classified} Vorgängen; {method.Abstained} blieben einem Menschen überlassen.");
        }

        foreach (var version in method.Versions)
        {
            yield return (version.Name, version.Version);
        }
    }
}
