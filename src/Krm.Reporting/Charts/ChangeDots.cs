using Krm.Reporting.Formatting;
using Krm.Reporting.Html;

namespace Krm.Reporting.Charts;

/// <summary>Relative changes as dots with their 95 % ranges around the line of no change.</summary>
internal static class ChangeDots
{
    private const double RowHeight = 26;
    private const double Top = 30;
    private const double Left = 300;
    private const double Right = 570;

    public static double HeightOf(int rows) => Top + (rows * RowHeight) + 8;

    public static void Draw(HtmlWriter html, IReadOnlyList<EffectFigure> effects)
    {
        var reach = Math.Clamp(effects.Max(effect => effect.High ?? 0), .5, 2);
        double Position(double change) => Left + ((Math.Clamp(change, -1, reach) + 1) / (reach + 1) * (Right - Left));
        var bottom = HeightOf(effects.Count) - 8;
        for (var mark = -1.0; mark <= reach + 1e-9; mark += .5)
        {
            html.Line(Position(mark), Top - 6, Position(mark), bottom, mark == 0 ? "axis" : "grid");
            html.Label(Position(mark), Top - 12, GermanFormat.Change(mark), "middle", "muted");
        }

        for (var index = 0; index < effects.Count; index++)
        {
            var y = Top + (index * RowHeight) + (RowHeight / 2);
            var effect = effects[index];
            html.Label(Left - 14, y + 4, SvgShapes.Shorten(effect.Measure, SvgShapes.LongestRowName), "end");
            if (effect is not { Change: { } change, Low: { } low, High: { } high })
            {
                html.Label(Right + 14, y + 4, "nicht zu beurteilen", "start", "muted");
                continue;
            }

            var isWorse = low > 0;
            html.Line(Position(low), y, Position(high), y, isWorse ? "whisker-late" : "whisker");
            html.Circle(Position(change), y, 5, isWorse ? "hollow" : "fill-accent");
            html.Label(Right + 14, y + 4, GermanFormat.Change(change), "start", "strong");
        }
    }
}
