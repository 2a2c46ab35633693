using System.Reflection;
using Krm.Reporting.Formatting;

namespace Krm.Reporting.Html;

/// <summary>The page as a whole: head, style, sections in their order.</summary>
internal static class ReportPage
{
    private const string StylesheetName = "Krm.Reporting.Html.report.css";

    private static readonly string Stylesheet = ReadStylesheet();

    public static void Write(HtmlWriter html, ReportData data)
    {
        using var root = html.Open("html", ("lang", "de"));
        WriteHead(html, data.Header);
        using var body = html.Open("body");
        WritePatterns(html);
        using var main = html.Open("main", ("class", "page"));
        WriteTitle(html, data.Header);
        SummarySection.Write(html, data);
        if (data.CaseCount.Value > 0)
        {
            ArrivalsSection.Write(html, data);
            DeadlineSection.Write(html, data);
            WorklistSection.Write(html, data);
            CategorySection.Write(html, data);
            CauseSection.Write(html, data);
            EffectSection.Write(html, data);
            PromiseSection.Write(html, data);
            ForecastSection.Write(html, data);
        }

        MethodSection.Write(html, data);
    }

    private static void WriteHead(HtmlWriter html, ReportHeader header)
    {
        using var head = html.Open("head");
        html.Element("meta", ("charset", "utf-8"));
        html.Element("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Element("meta", ("name", "referrer"), ("content", "no-referrer"));
        html.Text("title", header.Organization.Length == 0 ? header.Title : $"{header.Title} – {header.Organization}");
        html.Text("style", Stylesheet);
    }

    private static void WriteTitle(HtmlWriter html, ReportHeader header)
    {
        using var top = html.Open("header");
        string[] over = [header.Organization, header.Recipient.Length == 0 ? "" : $"Bericht für {header.Recipient}"];
        if (over.Any(part => part.Length > 0))
        {
            html.Text("p", string.Join(" · ", over.Where(part => part.Length > 0)), ("class", "over"));
        }

        html.Text("h1", header.Title);
        html.Text(
            "p",
            header.From == header.To
                ? $"Stand {GermanFormat.Date(header.AsOf)}"
                : $"Eingänge vom {GermanFormat.DateRange(header.From, header.To)}, Stand {GermanFormat.Date(header.AsOf)}",
            ("class", "over"));
    }

    /// <summary>The hatching for numbers that are withheld, used by all charts.</summary>
    private static void WritePatterns(HtmlWriter html)
    {
        using var svg = html.Open("svg", ("width", "0"), ("height", "0"), ("aria-hidden", "true"), ("style", "position:absolute"));
        using var definitions = html.Open("defs");
        using var pattern = html.Open(
            "pattern", ("id", "hatch"), ("width", "5"), ("height", "5"), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)"));
        html.Element("line", ("x1", "0"), ("y1", "0"), ("x2", "0"), ("y2", "5"), ("class", "hatchline"));
    }

    private static string ReadStylesheet()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(StylesheetName)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
