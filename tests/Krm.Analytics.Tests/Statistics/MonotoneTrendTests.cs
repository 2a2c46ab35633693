using System.Globalization;
using Krm.Analytics.Statistics;

namespace Krm.Analytics.Tests.Statistics;

public class MonotoneTrendTests
{
    [SharedDataFact("data/causes/trend.csv")]
    public void Test_EverySeries_EqualsR()
    {
        var series = SharedData.Csv("data/causes/trend_series.csv").GroupBy(row => row["case"])
            .ToDictionary(group => group.Key, group => group.Select(row => Number(row["y"])).ToArray());
        foreach (var row in SharedData.Csv("data/causes/trend.csv"))
        {
            var trend = MonotoneTrend.Test(series[row["case"]]);

            AssertClose(Number(row["tau"]), trend.Tau);
            AssertClose(Number(row["z"]), trend.Deviate);
            AssertClose(Number(row["p"]), trend.PValue);
        }
    }

    [Fact]
    public void Test_RisingOrLevel_IsAsExpected()
    {
        Assert.Equal(1, MonotoneTrend.Test([1, 2, 3, 4, 5]).Tau, 1e-12);
        Assert.Equal(1, MonotoneTrend.Test([2, 2, 2, 2]).PValue, 1e-12);
        Assert.Throws<ArgumentException>(() => MonotoneTrend.Test([1, 2]));
    }

    private static void AssertClose(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-10 * Math.Abs(expected), $"R {expected:R}, here {actual:R}");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
