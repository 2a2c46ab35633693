using Krm.Reporting.Formatting;
using Krm.Reporting.Html;

namespace Krm.Reporting.Charts;

/// <summary>Expected cases of the coming weeks with their 95 % ranges.</summary>
internal static class ForecastBars
{
    public const double Height = 200;

    private const double Left = 62;
    private const double Right = 520;
    private const double Top = 14;
    private const double Bottom = 164;

    public static void Draw(HtmlWriter html, IReadOnlyList<ForecastWeek> weeks)
    {
        var scale = new Scale(weeks.Max(week => week.High), Bottom, Top - Bottom);
        foreach (var mark in scale.Marks)
        {
            html.Line(Left, scale[mark], Right, scale[mark], mark == 0 ? "axis" : "grid");
            html.Label(Left - 8, scale[mark] + 4, GermanFormat.Count((long)mark), "end", "muted");
        }

        var slot = (Right - Left) / weeks.Count;
        for (var index = 0; index < weeks.Count; index++)
        {
            var week = weeks[index];
            var middle = Left + (slot * (index + .5));
            html.Rectangle(middle - 13, scale[week.High], 26, scale[week.Low] - scale[week.High], "fill-soft");
            html.Circle(middle, scale[week.Expected], 4.5, "fill-accent");
            html.Label(middle + 17, scale[week.Expected] + 4, GermanFormat.Number(week.Expected, 0), "start", "strong");
            html.Label(middle, Bottom + 18, GermanFormat.DayAndMonth(week.Start), "middle", "muted");
        }

        html.Label((Left + Right) / 2, Bottom + 34, "Woche ab", "middle", "muted");
    }
}
