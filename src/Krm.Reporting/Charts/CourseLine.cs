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
    }

    /// <summary>Draws the band from 0 to an upper edge.</summary>
    public static void DrawBand(HtmlWriter html, IReadOnlyList<double?> upper, double largest, double width, double height)
    {
        for (var start = 0; start < upper.Count; start++)
        {
            if (upper[start] is null)
            {
                continue;
            }

            var end = start;
            while (end + 1 < upper.Count && upper[end + 1] is not null)
            {
                end++;
            }

            var path = new StringBuilder();
            for (var index = start; index <= end; index++)
            {
                path.Append(index == start ? 'M' : 'L').Append(Place(index, upper[index]!.Value, upper.Count, largest, width, height));
            }

            path.Append('L').Append(Place(end, 0, upper.Count, largest, width, height));
            path.Append('L').Append(Place(start, 0, upper.Count, largest, width, height)).Append('Z');
            html.Path(path.ToString(), "fill-soft");
            start = end;
        }
    }

    public static double X(int index, int count, double width) => 3 + (count < 2 ? 0 : index * (width - 6) / (count - 1));

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
        var y = height - 3 - (value / Math.Max(largest, 1e-9) * (height - 6));
        return $"{HtmlWriter.Number(X(index, count, width))},{HtmlWriter.Number(y)}";
    }
}
