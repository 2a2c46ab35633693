using Krm.Analytics.Causes.Detectors;

namespace Krm.Analytics.Tests.Causes.Detectors;

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
}
