using System.Globalization;
using Krm.Analytics.Causes.Forecasts;
using Krm.Analytics.Counting;
using Krm.Cli.Tables;

namespace Krm.Cli.Findings;

/// <summary>Writes forecasts: the columns counted by, the first day of the period, expected, low, high.</summary>
internal static class ForecastTable
{
    public static void Write(TableFile table, Stream stream, CountPlan plan, string dateColumn, IEnumerable<CellForecast> forecasts)
    {
        using var writer = table.CreateWriter(stream, [.. plan.Dimensions, dateColumn, "expected", "low", "high"], isContinued: false);
        foreach (var forecast in forecasts)
        {
            writer.Write(
            [
                .. forecast.Values.Select(value => (Cell)value),
                IsoDate.Format(forecast.Period.Start),
                Cell.Json(forecast.Point.Expected.ToString("R", CultureInfo.InvariantCulture)),
                Cell.Number(forecast.Point.Low),
                Cell.Number(forecast.Point.High),
            ]);
        }

        writer.Flush();
    }
}
