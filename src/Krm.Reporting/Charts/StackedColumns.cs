using Krm.Reporting.Formatting;
using Krm.Reporting.Html;

namespace Krm.Reporting.Charts;

/// <summary>Columns over time, stacked by group; what is withheld is hatched.</summary>
internal static class StackedColumns
{
    public const double Height = 250;

    private const double Left = 62;
    private const double Top = 18;
    private const double Bottom = 208;

    /// <summary>Draws one column for each row of the table.</summary>
    /// <param name="html">Where to draw.</param>
    /// <param name="table">Rows are columns of the chart, columns its groups.</param>
    /// <param name="ticks">Text below each column, first and second line; empty for none.</param>
    /// <param name="styles">Style of each group.</param>
    public static void Draw(
        HtmlWriter html, CrossTable table, IReadOnlyList<(string First, string Second)> ticks, IReadOnlyList<string> styles)
    {
        var totals = table.RowTotals.Select(total => total.Value).ToList();
        var largest = totals.Max() ?? 1;
        var scale = new Scale(largest, Bottom, Top - Bottom);
        foreach (var mark in scale.Marks)
        {
            html.Line(Left, scale[mark], ChartFigure.Width, scale[mark], mark == 0 ? "axis" : "grid");
            html.Label(Left - 8, scale[mark] + 4, GermanFormat.Count((long)mark), "end", "muted");
        }

        var slot = (ChartFigure.Width - Left) / table.Rows.Count;
        var width = Math.Min(56, slot * .78);
        var isPeakNamed = false;
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var x = Left + (slot * row) + ((slot - width) / 2);
            DrawColumn(html, table, row, x, width, scale, styles);
            var middle = x + (width / 2);
            if (totals[row] == largest && !isPeakNamed && largest > 0)
            {
                isPeakNamed = true;
                html.Label(middle, scale[largest] - 5, GermanFormat.Count(largest), "middle", "strong");
            }

            var (textX, anchor) = middle > ChartFigure.Width - 20 ? (ChartFigure.Width, "end") : (middle, "middle");
            html.Label(textX, Bottom + 17, ticks[row].First, anchor, "muted");
            html.Label(textX, Bottom + 33, ticks[row].Second, anchor, "strong");
        }
    }

    private static void DrawColumn(
        HtmlWriter html, CrossTable table, int row, double x, double width, Scale scale, IReadOnlyList<string> styles)
    {
        if (table.RowTotals[row].Value is not { } total)
        {
            // The height of a withheld column says nothing.
            html.Rectangle(x, Bottom - 7, width, 7, "hatch", $"{table.Rows[row]}: nicht ausgewiesen");
            return;
        }

        var shown = 0L;
        for (var group = 0; group < table.Columns.Count; group++)
        {
            if (table.Cells[row][group].Value is not ({ } value and > 0))
            {
                continue;
            }

            shown += value;
            html.Rectangle(
                x, scale[shown], width, scale[shown - value] - scale[shown], styles[group],
                $"{table.Rows[row]}, {table.Columns[group]}: {GermanFormat.Count(value)}");
        }

        if (total > shown)
        {
            html.Rectangle(
                x, scale[total], width, scale[shown] - scale[total], "hatch",
                $"{table.Rows[row]}, nicht nach Art ausgewiesen: {GermanFormat.Count(total - shown)}");
        }
    }
}
