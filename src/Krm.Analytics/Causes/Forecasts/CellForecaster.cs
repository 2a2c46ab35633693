using Krm.Analytics.Causes.Events;
using Krm.Analytics.Causes.Scoring;
using Krm.Analytics.Counting;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Analytics.Causes.Forecasts;

/// <summary>Forecasts every finest cell of the counts, so that an office can prepare for processes that raise complaints.</summary>
/// <remarks>Pure and thread-safe. What <see cref="CountForecast"/> does for one series, for all of them.</remarks>
public static class CellForecaster
{
    private const int FewestPeriods = 4;

    /// <summary>Forecasts the coming periods, cell by cell in ordinal order of their values; cells of fewer than 4 periods are left out.</summary>
    /// <param name="cube">The counts.</param>
    /// <param name="periods">How many periods ahead; at least 1.</param>
    /// <param name="asOf">
    /// The last day that is looked at (inclusive); a period that is not over then is forecast too. If left out, the end of the last
    /// period with cases.
    /// </param>
    /// <param name="calendar">
    /// Whose working days are the exposure where the host gave none; Mondays to Fridays if left out. An exposure of the host is taken to
    /// stay as it was in the last year on average.
    /// </param>
    /// <param name="events">Past and coming events; none if left out.</param>
    /// <exception cref="ExposureGapException">The counts carry an exposure with a gap.</exception>
    public static IEnumerable<CellForecast> Predict(
        CountCube cube, int periods, LocalDate? asOf = null, WorkingDayCalendar? calendar = null, EventCalendar? events = null)
    {
        ArgumentNullException.ThrowIfNull(cube);
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        if (cube.First is not { } first)
        {
            return [];
        }

        var day = asOf ?? cube.Last!.Value.End;
        var newest = CountPeriod.Of(cube.Plan.Period, day);
        var length = newest.Number - first.Number + (newest.End <= day ? 1 : 0);
        return length < FewestPeriods ? [] : PredictAll(cube, periods, length, calendar, events ?? EventCalendar.Empty);
    }

    private static IEnumerable<CellForecast> PredictAll(
        CountCube cube, int periods, int length, WorkingDayCalendar? calendar, EventCalendar events)
    {
        var first = cube.First!.Value;
        var workingDays = PeriodExposure.WorkingDays(first, length + periods, first.Plus(length + periods).End, calendar);
        foreach (var series in FinestSeries.Of(cube, first, workingDays[..length]))
        {
            if (series.Counts.Length < FewestPeriods)
            {
                continue;
            }

            var year = cube.Plan.Period == PeriodKind.Week ? 52 : 12;
            var coming = cube.HasExposure ? [.. Enumerable.Repeat(series.Exposure.TakeLast(year).Average(), periods)] : workingDays[length..];
            foreach (var point in CountForecast.Predict(series.Counts, series.First, periods, events, [.. series.Exposure, .. coming]))
            {
                yield return new CellForecast(series.Values, series.First.Plus(point.Index), point);
            }
        }
    }
}
