using Krm.Reporting.Formatting;
using Krm.Reporting.Html;

namespace Krm.Reporting.Charts;

/// <summary>Shares as dots with their 95 % intervals, one row a group, compared with the share of all.</summary>
internal static class IntervalDots
{
    private const double RowHeight = 26;
    private const double Top = 30;
    private const double Left = 300;
    private const double Right = 510;

    public static double HeightOf(int rows) => Top + (rows * RowHeight) + 12;

    /// <summary>Draws the rows; a row whose whole interval lies below the share of all is drawn hollow.</summary>
    public static void Draw(
        HtmlWriter html, IReadOnlyList<(string Group, ReportCount Count, ShareInterval? Share)> rows, ShareInterval? overall)
    {
        var lowest = rows.Min(row => row.Share?.Low) ?? 0;
        var start = Math.Floor(Math.Min(lowest, .9) * 10) / 10;
        double Position(double share) => Left + ((share - start) / (1 - start) * (Right - Left));
        var bottom = Top + (rows.Count * RowHeight);
        var step = start < .5 ? .25 : .1;
        for (var mark = 1.0; mark >= start - 1e-9; mark -= step)
        {
            html.Line(Position(mark), Top - 6, Position(mark), bottom, "grid");
            html.Label(Position(mark), Top - 12, GermanFormat.Percent(Math.Max(0, Math.Round(mark, 2))), "middle", "muted");
        }

        if (overall is { } all)
        {
            html.Line(Position(all.Share), Top - 6, Position(all.Share), bottom + 6, "reference");
        }

        for (var index = 0; index < rows.Count; index++)
        {
            var y = Top + (index * RowHeight) + (RowHeight / 2);
            var (group, count, share) = rows[index];
            html.Label(Left - 14, y + 4, SvgShapes.Shorten(group, SvgShapes.LongestRowName), "end");
            if (share is not { } value)
            {
                html.Label(Right + 14, y + 4, "zu wenige", "start", "muted");
                continue;
            }

            var isBelow = overall is not null && value.High < overall.Value.Share;
            html.Line(Position(value.Low), y, Position(value.High), y, isBelow ? "whisker-late" : "whisker");
            html.Circle(Position(value.Share), y, 5, isBelow ? "hollow" : "fill-accent");
            html.Label(Right + 14, y + 4, GermanFormat.Percent(value.Share), "start", "strong");
            html.Label(
                Right + 62, y + 4,
                $"{GermanFormat.Number(value.Low * 100, 0)}–{GermanFormat.Percent(value.High)}, n = {count}",
                "start", "muted");
        }
    }
}
