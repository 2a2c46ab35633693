using Krm.Analytics.Causes.Events;
using Krm.Analytics.Causes.Forecasts;
using Krm.Analytics.Counting;
using Krm.Analytics.Tests.Causes.Detectors;
using Krm.Analytics.Tests.Causes.Events;
using NodaTime;

namespace Krm.Analytics.Tests.Causes.Forecasts;

public class CountForecastTests
{
    [Fact]
    public void Predict_SeasonalSeries_CoversWhatComesInNineteenOfTwentyPeriods()
    {
        var inside = 0;
        var periods = 0;
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var phi = 1 + random.NextDouble();
            var counts = Enumerable.Range(0, 273)
                .Select(week => Draw.NegativeBinomial(random, 12 * Math.Exp(0.5 * Math.Cos(2 * Math.PI * week / 52.18)), phi)).ToArray();
            foreach (var point in CountForecast.Predict(counts[..260], 13))
            {
                periods++;
                inside += counts[point.Index] >= point.Low && counts[point.Index] <= point.High ? 1 : 0;
            }
        }

        Assert.InRange(inside / (double)periods, 0.92, 0.985);
    }

    [Fact]
    public void Predict_ComingExposure_Counts()
    {
        int[] counts = [.. Enumerable.Range(0, 60).Select(i => 10 + (i % 2))];
        double[] exposure = [.. Enumerable.Repeat(5.0, 60), 5, 10];

        var points = CountForecast.Predict(counts, 2, exposure: exposure);

        Assert.InRange(points[1].Expected / points[0].Expected, 1.9, 2.1);
        Assert.InRange(points[0].Expected, points[0].Low, points[0].High);
    }

    [Fact]
    public void Predict_BadInput_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CountForecast.Predict([1, 2, 3], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CountForecast.Predict([1, 2, 3, 4], 0));
        Assert.Throws<ArgumentException>(() => CountForecast.Predict([1, 2, 3, 4], 1, exposure: [1, 1, 1, 1]));
    }

    [Fact]
    public void Predict_ComingMailing_IsForeseenWithItsSize()
    {
        var usual = EventBacklog.Calendar.Events;
        var twice = new EventCalendar([.. usual.SkipLast(1), usual[^1] with { Size = 2 }]);
        var (inside, weeks) = (0, 0);
        for (var seed = 1; seed <= 40; seed++)
        {
            var counts = new EventBacklog(seed).Echo(3, 14, new EventCalendar(usual.SkipLast(1)))[EventBacklog.Category];
            var points = CountForecast.Predict(counts, EventBacklog.FirstPeriod, 13, twice);
            var random = new Random(1000 + seed);
            foreach (var point in points)
            {
                var offset = EventBacklog.FirstPeriod.Plus(point.Index).Number - CountPeriod.Of(PeriodKind.Week, usual[^1].Day).Number;
                var mean = 8 + (offset is >= 0 and < 3 ? 28 : 0);
                var coming = Draw.NegativeBinomial(random, 8, 1.3) + Draw.Poisson(random, mean - 8);
                weeks++;
                inside += coming >= point.Low && coming <= point.High ? 1 : 0;
                Assert.InRange(point.Expected, mean == 8 ? 4 : 20, mean == 8 ? 16 : 60);
            }
        }

        Assert.InRange(inside / (double)weeks, 0.92, 0.99);
    }

    [Fact]
    public void Predict_MailingLeftOutOfTheCalendar_IsMissed()
    {
        var counts = new EventBacklog(1).Echo(3, 14)[EventBacklog.Category];

        var blind = CountForecast.Predict(counts, EventBacklog.FirstPeriod, 13, EventCalendar.Empty);

        Assert.All(blind, point => Assert.InRange(point.Expected, 4, 16));
    }

    [Fact]
    public void Predict_AllCells_HaveTheComingPeriods()
    {
        var cube = new EventBacklog(1).Echo(3, 14).Count();

        var forecasts = CellForecaster.Predict(cube, 10, EventBacklog.End, events: EventBacklog.Calendar).ToList();

        Assert.Equal(100, forecasts.Count);
        Assert.Equal(EventBacklog.End.PlusDays(1), forecasts[0].Period.Start);
        var peak = forecasts.MaxBy(forecast => forecast.Point.Expected)!;
        Assert.Equal([EventBacklog.Category], peak.Values);
        Assert.InRange(peak.Period.Start, new LocalDate(2026, 2, 16), new LocalDate(2026, 3, 2));
        Assert.Empty(CellForecaster.Predict(new CountCubeBuilder(cube.Plan).Build(), 10));
    }
}
