using Krm.Analytics.Causes.Detectors;
using Krm.Analytics.Causes.Events;
using Krm.Analytics.Counting;
using Krm.Analytics.Statistics;

namespace Krm.Analytics.Causes.Forecasts;

/// <summary>Expected counts of the coming periods, so that an office can prepare for them.</summary>
/// <remarks>
/// The model of <see cref="SeriesMonitor"/>: level, trend and two harmonics, robust against past outbreaks; the interval is that
/// of the negative binomial distribution with the uncertainty of the expectation added. The trend is carried on for half a year
/// at most and is level afterwards. Pure and thread-safe.
/// </remarks>
public static class CountForecast
{
    private const double Tail = 0.025;

    /// <summary>Forecasts the periods after the series.</summary>
    /// <param name="counts">The series, oldest first; at least 4 periods, none negative.</param>
    /// <param name="periods">How many periods ahead; at least 1.</param>
    /// <param name="periodsPerYear">52.1775 for calendar weeks (default), 12 for months.</param>
    /// <param name="exposure">
    /// Exposure of the past periods and of the coming ones, above 0: as many as counts and periods together; the same for all if left out.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 4 counts, a count is negative or an argument out of range.</exception>
    /// <exception cref="ArgumentException">The exposure has another length or is not above 0.</exception>
    public static IReadOnlyList<ForecastPoint> Predict(
        IReadOnlyList<int> counts, int periods, double periodsPerYear = 52.1775, IReadOnlyList<double>? exposure = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfLessThan(counts.Count, 4, nameof(counts));
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(periodsPerYear, 4);
        SeriesGuard.Check([.. counts, .. new int[periods]], exposure);
        double[] amounts = exposure?.ToArray() ?? [.. Enumerable.Repeat(1.0, counts.Count + periods)];
        return Predict([.. counts], periods, periodsPerYear, amounts, new double[amounts.Length]);
    }

    /// <summary>Forecasts the periods after the series with the events that are due in them, such as a mailing of notices.</summary>
    /// <remarks>What an event brings is learnt from the earlier events of its kind, of which the series needs two.</remarks>
    /// <inheritdoc cref="Predict(IReadOnlyList{int}, int, double, IReadOnlyList{double}?)"/>
    /// <param name="counts">The series, oldest first; at least 4 periods, none negative.</param>
    /// <param name="first">The first period of the series.</param>
    /// <param name="periods">How many periods ahead; at least 1.</param>
    /// <param name="events">Past and coming events.</param>
    /// <param name="exposure">Exposure of the past periods and of the coming ones; the same for all if left out.</param>
    public static IReadOnlyList<ForecastPoint> Predict(
        IReadOnlyList<int> counts, CountPeriod first, int periods, EventCalendar events, IReadOnlyList<double>? exposure = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentOutOfRangeException.ThrowIfLessThan(counts.Count, 4, nameof(counts));
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        SeriesGuard.Check([.. counts, .. new int[periods]], exposure);
        int[] series = [.. counts];
        double[] amounts = exposure?.ToArray() ?? [.. Enumerable.Repeat(1.0, series.Length + periods)];
        var course = EventCourse.Learn(series, amounts[..series.Length], first, events, amounts.Length);
        return Predict(
            series, periods, first.Kind == PeriodKind.Week ? 52.1775 : 12,
            [.. amounts.Zip(course.Factors, (amount, factor) => amount * factor)], course.LogVariances);
    }

    private static ForecastPoint[] Predict(int[] counts, int periods, double periodsPerYear, double[] amounts, double[] logVariances)
    {
        var model = SeasonalExpectation.Fit(counts, amounts.AsSpan(0, counts.Length), 0, counts.Length, periodsPerYear);
        var points = new ForecastPoint[periods];
        for (var i = 0; i < periods; i++)
        {
            var index = counts.Length + i;
            var trendIndex = Math.Min(index, counts.Length + (0.5 * periodsPerYear));
            var (mean, logVariance) = model.Predict(index, amounts[index], trendIndex);
            var dispersion = model.Dispersion + (mean * (logVariance + logVariances[index]));
            points[i] = new ForecastPoint(
                index, mean, CountTails.Quantile(Tail, mean, dispersion), CountTails.Quantile(1 - Tail, mean, dispersion));
        }

        return points;
    }
}
