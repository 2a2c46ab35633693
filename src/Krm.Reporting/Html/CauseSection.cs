using Krm.Reporting.Charts;
using Krm.Reporting.Formatting;
using Krm.Reporting.Tables;
using NodaTime;

namespace Krm.Reporting.Html;

/// <summary>Why again and again: the clearest recurring causes, each with its course and the band of what is usual.</summary>
internal static class CauseSection
{
    private const int ShownCauses = 6;
    private const double Width = 300;
    private const double Height = 70;

    public static void Write(HtmlWriter html, ReportData data)
    {
        using var section = html.Open("section");
        html.Text("h2", "Was kehrt wieder?");
        if (data.Causes.Count == 0)
        {
            html.Text("p", "Keine Häufung ist so deutlich, dass sie sich nicht durch Zufall erklären ließe.");
            return;
        }

        html.Text(
            "p",
            data.Causes.Count == 1
                ? "Eine Auffälligkeit übersteigt das Erwartete deutlicher, als der Zufall erklärt."
                : $"{GermanFormat.Count(data.Causes.Count)} Auffälligkeiten übersteigen das Erwartete deutlicher, als der Zufall erklärt.",
            ("class", "lead"));
        using (html.Open("ol", ("class", "causes")))
        {
            foreach (var cause in data.Causes.Take(ShownCauses))
            {
                WriteCause(html, cause);
            }
        }

        if (data.Causes.Any(cause => cause.Series.Count > 0))
        {
            html.Text(
                "p",
                "Linie: gezählte Vorgänge; kleine Marken unten: wenige, nicht ausgewiesen. Fläche: was außerhalb der Auffälligkeit üblich ist "
                + "(95‑%‑Bereich), gestrichelt der Durchschnitt. Senkrecht: Beginn und Ende.",
                ("class", "note"));
        }

        TableView.WriteFolded(html, FindingTables.Causes(data));
    }

    public static string Title(CauseFigure cause) => string.Join(" · ", cause.Cell.Select(pair => pair.Value));

    private static void WriteCause(HtmlWriter html, CauseFigure cause)
    {
        using var item = html.Open("li");
        html.Text("h3", Title(cause));
        html.Text("p", $"{cause.Pattern}, {GermanFormat.DateRange(cause.From, cause.To)}", ("class", "tag"));
        if (cause.Series.Count > 1)
        {
            WriteCourse(html, cause);
        }

        var factor = cause.RateRatio is { } ratio ? $", das {GermanFormat.Number(ratio)}-Fache" : "";
        html.Text(
            "p",
            cause.Sentence.Length > 0
                ? cause.Sentence
                : $"{GermanFormat.Plural(cause.Observed, "Vorgang", "Vorgänge")} statt erwarteter {GermanFormat.Number(cause.Expected)}{factor}.");
        if (cause.Terms.Count > 0)
        {
            html.Text("p", "Häufige Wörter: " + string.Join(", ", cause.Terms.Take(6)), ("class", "note"));
        }
    }

    private static void WriteCourse(HtmlWriter html, CauseFigure cause)
    {
        var observed = cause.Series.Select(point => (double?)point.Observed.Value).ToList();
        var largest = Math.Max(Math.Max(observed.Max() ?? 1, cause.Usual?.High ?? 0), 1);
        using var svg = html.Open(
            "svg",
            ("viewBox", $"0 0 {HtmlWriter.Number(Width)} {HtmlWriter.Number(Height + 16)}"),
            ("width", "100%"),
            ("role", "img"),
            ("aria-label", $"Verlauf {Title(cause)}: höchstens {GermanFormat.Count((long)(observed.Max() ?? 0))} Vorgänge in einem Zeitraum."));
        if (cause.Usual is { } usual)
        {
            var top = CourseLine.Y(usual.High, largest, Height);
            html.Rectangle(3, top, Width - 6, CourseLine.Y(usual.Low, largest, Height) - top, "fill-soft");
            var middle = CourseLine.Y(usual.Expected, largest, Height);
            html.Line(3, middle, Width - 3, middle, "expected");
        }

        CourseLine.Draw(html, observed, largest, Width, Height, "course");
        for (var index = 0; index < cause.Series.Count; index++)
        {
            if (cause.Series[index].Observed.IsSuppressed)
            {
                html.Rectangle(CourseLine.X(index, cause.Series.Count, Width) - 1.2, Height - 6, 2.4, 3, "hidden");
            }
        }

        WriteMark(html, cause, cause.From);
        WriteMark(html, cause, cause.To);
        html.Label(3, Height + 13, GermanFormat.Date(cause.Series[0].Start), "start", "muted");
        html.Label(Width - 3, Height + 13, GermanFormat.Date(cause.Series[^1].Start), "end", "muted");
    }

    private static void WriteMark(HtmlWriter html, CauseFigure cause, LocalDate day)
    {
        var index = cause.Series.Count(point => point.Start <= day) - 1;
        if (index >= 0)
        {
            var x = CourseLine.X(index, cause.Series.Count, Width);
            html.Line(x, 0, x, Height, "reference");
        }
    }
}
