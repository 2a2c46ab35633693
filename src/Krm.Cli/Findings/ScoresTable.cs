using System.Globalization;
using Krm.Analytics.Causes.Scoring;
using Krm.Analytics.Counting;
using Krm.Cli.Tables;

namespace Krm.Cli.Findings;

/// <summary>Writes scores: the columns counted by, the first day of the period, count, exposure, expected, upper, p_value, alarm.</summary>
/// <remarks>
/// Empty where there is no such number: all but count and exposure where the history is too short; the p-value for control charts,
/// which have <c>statistic</c> and <c>change_from</c> instead; the limit where a chart looks for a decrease.
/// </remarks>
internal static class ScoresTable
{
    public static void Write(TableFile table, Stream stream, CountCube cube, string dateColumn, IEnumerable<CellScore> scores, bool isChart)
    {
        string[] columns = [.. cube.Plan.Dimensions, dateColumn, "count", "exposure", "expected", "upper", "p_value", "alarm", .. isChart ? ["statistic", "change_from"] : Array.Empty<string>()];
        using var writer = table.CreateWriter(stream, columns, isContinued: false);
        foreach (var score in scores)
        {
            writer.Write(
            [
                .. score.Values.Select(value => (Cell)value),
                IsoDate.Format(score.Period.Start),
                Cell.Number(score.Score.Observed),
                Number(score.Exposure),
                Number(score.Score.Expected),
                Number(score.Score.Upper),
                Number(score.Score.PValue),
                Cell.Flag(score.Score.IsAlarm),
                .. isChart ? ChartCells(score) : [],
            ]);
        }

        writer.Flush();
    }

    private static Cell[] ChartCells(CellScore score) => score.Chart is { } chart
        ? [Number(chart.Statistic), IsoDate.Format(score.Period.Plus(chart.ChangeIndex - chart.Index).Start)]
        : [Cell.Empty, Cell.Empty];

    private static Cell Number(double value) =>
        double.IsNaN(value) ? Cell.Empty : Cell.Json(value.ToString("R", CultureInfo.InvariantCulture));
}
