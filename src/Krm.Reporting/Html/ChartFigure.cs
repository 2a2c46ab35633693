namespace Krm.Reporting.Html;

/// <summary>The frame of a chart: caption, drawing area with a description for those who do not see it.</summary>
internal static class ChartFigure
{
    /// <summary>Width of all charts in units of their drawing.</summary>
    public const double Width = 720;

    /// <summary>Writes a figure; <paramref name="draw"/> writes what is drawn, <paramref name="above"/> a legend.</summary>
    public static void Write(
        HtmlWriter html, string caption, string description, double height, Action draw, Action? above = null)
    {
        using var figure = html.Open("figure");
        html.Text("figcaption", caption);
        above?.Invoke();
        using var scroll = html.Open(
            "div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Diagramm: " + caption));
        using var svg = html.Open(
            "svg",
            ("class", "chart"),
            ("role", "img"),
            ("viewBox", $"0 0 {HtmlWriter.Number(Width)} {HtmlWriter.Number(height)}"),
            ("aria-label", $"{caption}. {description}"));
        draw();
    }

    /// <summary>Names colours above a chart.</summary>
    public static void Legend(HtmlWriter html, IEnumerable<(string Style, string Label)> entries)
    {
        using var list = html.Open("ul", ("class", "legend"));
        foreach (var (style, label) in entries)
        {
            using var entry = html.Open("li");
            using (html.Open("svg", ("width", "12"), ("height", "12"), ("aria-hidden", "true")))
            {
                html.Element("rect", ("width", "12"), ("height", "12"), ("class", style));
            }

            html.Write(label);
        }
    }
}
