using Krm.Reporting.Formatting;
using Krm.Reporting.Html;

namespace Krm.Reporting.Charts;

/// <summary>The share of cases closed after some days, as a rising line with its value written at full weeks.</summary>
internal static class ClosingCurve
{
    public const double Height = 220;

    private const double Left = 52;
    private const double Right = 700;
    private const double Top = 16;
    private const double Bottom = 180;

    private static readonly int[] NamedDays = [7, 14, 28, 56];

    public static void Draw(HtmlWriter html, IReadOnlyList<ClosedShare> shares)
    {
        double X(int days) => Left + ((Right - Left) * days / 91);
        double Y(double share) => Bottom + ((Top - Bottom) * share);
        for (var mark = 0; mark <= 4; mark++)
        {
            html.Line(Left, Y(mark / 4.0), Right, Y(mark / 4.0), mark == 0 ? "axis" : "grid");
            html.Label(Left - 8, Y(mark / 4.0) + 4, GermanFormat.Percent(mark / 4.0), "end", "muted");
        }

        for (var week = 0; week <= 13; week++)
        {
            html.Label(X(week * 7), Bottom + 18, week.ToString(System.Globalization.CultureInfo.InvariantCulture), "middle", "muted");
        }

        html.Label((Left + Right) / 2, Bottom + 36, "Wochen nach Eingang", "middle", "muted");
        var path = new System.Text.StringBuilder();
        foreach (var share in shares)
        {
            path.Append(path.Length == 0 ? 'M' : 'L')
                .Append(HtmlWriter.Number(X(share.Days))).Append(',').Append(HtmlWriter.Number(Y(share.Share)));
        }

        html.Path($"{path}L{HtmlWriter.Number(X(shares[^1].Days))},{HtmlWriter.Number(Bottom)}L{HtmlWriter.Number(X(0))},{HtmlWriter.Number(Bottom)}Z", "fill-soft");
        html.Path(path.ToString(), "course");
        foreach (var share in shares.Where(share => NamedDays.Contains(share.Days)))
        {
            html.Circle(X(share.Days), Y(share.Share), 4, "fill-accent");
            var isHigh = share.Share > .85;
            html.Label(X(share.Days) + 8, Y(share.Share) + (isHigh ? 18 : 12), $"{GermanFormat.Percent(share.Share)} nach {share.Days / 7} {(share.Days == 7 ? "Woche" : "Wochen")}", "start", "strong");
        }
    }
}
