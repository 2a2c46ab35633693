using System.Globalization;
using Krm.Analytics.Causes;
using Krm.Analytics.Counting;
using Krm.Cli.Tables;

namespace Krm.Cli.Findings;

/// <summary>Writes scores: the columns counted by, the first day of the period, count, exposure, expected, upper, p_value, alarm.</summary>
internal static class ScoresTable
{
    public static void Write(TableFile table, Stream stream, CountCube cube, string dateColumn, IEnumerable<CellScore> scores)
    {
        string[] columns = [.. cube.Plan.Dimensions, dateColumn, "count", "exposure", "expected", "upper", "p_value", "alarm"];
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
            ]);
        }

        writer.Flush();
    }

    private static Cell Number(double value) =>
        double.IsNaN(value) ? Cell.Empty : Cell.Json(value.ToString("R", CultureInfo.InvariantCulture));
}
