using System.Text;
using Krm.Reporting.Html;

namespace Krm.Reporting.Charts;

/// <summary>Small lines without axes that show a course; withheld numbers leave a gap.</summary>
internal static class CourseLine
{
    /// <summary>Draws a line over equal steps; the largest value reaches the top.</summary>
    public static void Draw(HtmlWriter html, IReadOnlyList<double?> values, double largest, double width, double height, string style)
    {
        var path = PathOf(values, largest, width, height);
        if (path.Length > 0)
        {
            html.Path(path, style);
        }

        for (var index = 0; index < values.Count; index++)
        {
            var hasNeighbor = (index > 0 && values[index - 1] is not null) || (index + 1 < values.Count && values[index + 1] is not null);
            if (values[index] is { } lone && !hasNeighbor)
            {
                html.Circle(X(index, values.Count, width), Y(lone, largest, height), 1.8, "fill-accent");
            }
        }
    }

    public static double X(int index, int count, double width) => 3 + (count < 2 ? 0 : index * (width - 6) / (count - 1));

    public static double Y(double value, double largest, double height) =>
        height - 3 - (value / Math.Max(largest, 1e-9) * (height - 6));

    private static string PathOf(IReadOnlyList<double?> values, double largest, double width, double height)
    {
        var path = new StringBuilder();
        var isDrawing = false;
        for (var index = 0; index < values.Count; index++)
        {
            if (values[index] is { } value)
            {
                path.Append(isDrawing ? 'L' : 'M').Append(Place(index, value, values.Count, largest, width, height));
                isDrawing = true;
            }
            else
            {
                isDrawing = false;
            }
        }

        return path.ToString();
    }

    private static string Place(int index, double value, int count, double largest, double width, double height)
    {
        return $"{HtmlWriter.Number(X(index, count, width))},{HtmlWriter.Number(Y(value, largest, height))}";
    }
}
