using Krm.Reporting.Html;

namespace Krm.Reporting.Charts;

/// <summary>The few shapes all charts are made of.</summary>
internal static class SvgShapes
{
    /// <summary>How many letters fit beside a row of dots.</summary>
    public const int LongestRowName = 42;

    public static void Rectangle(this HtmlWriter html, double x, double y, double width, double height, string style, string? tip = null)
    {
        using var shape = html.Open(
            "rect",
            ("x", HtmlWriter.Number(x)),
            ("y", HtmlWriter.Number(y)),
            ("width", HtmlWriter.Number(Math.Max(0, width))),
            ("height", HtmlWriter.Number(Math.Max(0, height))),
            ("class", style));
        if (tip is not null)
        {
            html.Text("title", tip);
        }
    }

    public static void Line(this HtmlWriter html, double x1, double y1, double x2, double y2, string style) => html.Element(
        "line",
        ("x1", HtmlWriter.Number(x1)),
        ("y1", HtmlWriter.Number(y1)),
        ("x2", HtmlWriter.Number(x2)),
        ("y2", HtmlWriter.Number(y2)),
        ("class", style));

    public static void Circle(this HtmlWriter html, double x, double y, double radius, string style) => html.Element(
        "circle", ("cx", HtmlWriter.Number(x)), ("cy", HtmlWriter.Number(y)), ("r", HtmlWriter.Number(radius)), ("class", style));

    public static void Path(this HtmlWriter html, string data, string style) =>
        html.Element("path", ("d", data), ("class", style));

    /// <summary>A text; anchor is <c>start</c>, <c>middle</c> or <c>end</c>.</summary>
    public static void Label(this HtmlWriter html, double x, double y, string text, string anchor = "start", string style = "label") =>
        html.Text(
            "text",
            text,
            ("x", HtmlWriter.Number(x)),
            ("y", HtmlWriter.Number(y)),
            ("text-anchor", anchor),
            ("class", style));

    /// <summary>Shortens a name so that it fits; the whole name stands in the table behind the chart.</summary>
    public static string Shorten(string name, int length)
    {
        var elements = new System.Globalization.StringInfo(name);
        return elements.LengthInTextElements <= length
            ? name
            : elements.SubstringByTextElements(0, length - 1).TrimEnd() + "…";
    }
}
