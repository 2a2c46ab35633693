using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Krm.Analytics.Causes.Detectors;

namespace Krm.Analytics.Tests.Causes.Detectors;

public class LikelihoodRatioChartTests
{
    [SharedDataFact("data/causes/glr.csv")]
    public void Run_EveryChart_EqualsR()
    {
        var compared = 0;
        foreach (var group in SharedData.Csv("data/causes/glr.csv").GroupBy(row => (row["series"], row["config"])))
        {
            var rows = group.ToList();
            var settings = new ChartSettings
            {
                Threshold = Number(rows[0]["c.ARL"]),
                Alpha = Number(rows[0]["alpha"]),
                LogRatio = rows[0]["theta"].Length == 0 ? null : Number(rows[0]["theta"]),
                Direction = group.Key.Item2.EndsWith("_dec", StringComparison.Ordinal) ? ChangeDirection.Decrease : ChangeDirection.Increase,
            };
            var points = LikelihoodRatioChart.Run(
                [.. rows.Select(row => (int)Number(row["observed"]))], [.. rows.Select(row => Number(row["mu0"]))], settings);
            for (var i = 0; i < rows.Count; i++)
            {
                var expected = Number(rows[i]["glr"]);
                Assert.True(
                    Math.Abs(expected - points[i].Statistic) <= 1e-8 * Math.Max(expected, 1e-4),
                    $"{group.Key} {rows[i]["t"]}: R {expected:R}, here {points[i].Statistic:R}");
                Assert.Equal(rows[i]["alarm"] == "1", points[i].IsAlarm);
                compared++;
            }
        }

        Assert.Equal(1560, compared);
    }

    [Fact]
    public void Run_AnyPoissonSeries_EqualsTheNaiveMaximum()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<(byte Count, byte Mean)[]>(), rows =>
        {
            var counts = rows.Select(row => row.Count % 12).ToArray();
            var means = rows.Select(row => 0.5 + (row.Mean % 50 / 10.0)).ToArray();
            var points = LikelihoodRatioChart.Run(counts, means);
            var start = 0;
            for (var now = 0; now < counts.Length; now++)
            {
                var naive = 0.0;
                for (var k = start; k <= now; k++)
                {
                    double sum = counts[k..(now + 1)].Sum();
                    var mean = means[k..(now + 1)].Sum();
                    naive = sum > mean ? Math.Max(naive, (sum * Math.Log(sum / mean)) - sum + mean) : naive;
                }

                if (Math.Abs(naive - points[now].Statistic) > 1e-9 * Math.Max(1, naive) || points[now].IsAlarm != naive >= 5)
                {
                    return false;
                }

                start = points[now].IsAlarm ? now + 1 : start;
            }

            return true;
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), property);
    }

    [Fact]
    public void Run_Shift_IsDatedWhereItBegan()
    {
        int[] counts = [3, 2, 4, 3, 2, 3, 3, 9, 8, 10];
        var points = LikelihoodRatioChart.Run(counts, [.. counts.Select(_ => 3.0)], new ChartSettings { Threshold = 8 });

        Assert.True(points[9].IsAlarm);
        Assert.Equal(7, points[9].ChangeIndex);
    }

    [Fact]
    public void Run_BadInput_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LikelihoodRatioChart.Run([-1], [1]));
        Assert.Throws<ArgumentException>(() => LikelihoodRatioChart.Run([1], [0]));
        Assert.Throws<ArgumentException>(() => LikelihoodRatioChart.Run([1, 2], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LikelihoodRatioChart.Run([1], [1], new ChartSettings { Threshold = 0 }));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
