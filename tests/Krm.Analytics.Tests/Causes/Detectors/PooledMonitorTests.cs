using Krm.Analytics.Causes.Detectors;

namespace Krm.Analytics.Tests.Causes.Detectors;

/// <summary>Siblings whose true levels are known: the pooled way against each series alone.</summary>
public class PooledMonitorTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int Siblings = 30;
    private const int Weeks = 52;
    private const double Dispersion = 1.5;

    [Fact]
    public void Score_ShortHistory_IsNearerToTheTruthThanEachAlone()
    {
        var (pooled, alone, compared) = (0.0, 0.0, 0);
        for (var seed = 1; seed <= 10; seed++)
        {
            var (counts, means) = Simulate(new Random(seed));
            var together = PooledMonitor.Score(counts);
            for (var i = 0; i < Siblings; i++)
            {
                var own = SeriesMonitor.Score(counts[i], 0);
                for (var week = 0; week < Weeks; week++)
                {
                    if (!double.IsNaN(own[week].Expected))
                    {
                        pooled += Math.Pow(Math.Sqrt(together[i][week].Expected) - Math.Sqrt(means[i]), 2);
                        alone += Math.Pow(Math.Sqrt(own[week].Expected) - Math.Sqrt(means[i]), 2);
                        compared++;
                    }
                }
            }
        }

        output.WriteLine($"root mean square error of the root of the expectation: pooled {Math.Sqrt(pooled / compared):0.000}, alone {Math.Sqrt(alone / compared):0.000}");
        Assert.True(pooled < 0.8 * alone, $"{pooled / alone:0.00}");
    }

    [Fact]
    public void Score_ShortHistory_RingsNoMoreAndFindsMoreThanEachAlone()
    {
        const int BurstWeek = 34;
        var (false1, false2, found1, found2, bursts, weeks) = (0, 0, 0, 0, 0, 0);
        for (var seed = 1; seed <= 12; seed++)
        {
            var random = new Random(100 + seed);
            var (counts, means) = Simulate(random);
            for (var i = 0; i < Siblings; i += 3)
            {
                bursts++;
                counts[i][BurstWeek] += (int)Math.Ceiling(3.5 * Math.Sqrt(Dispersion * means[i])) + 1;
            }

            var together = PooledMonitor.Score(counts);
            for (var i = 0; i < Siblings; i++)
            {
                var own = SeriesMonitor.Score(counts[i], 0);
                found1 += i % 3 == 0 && together[i][BurstWeek].IsAlarm ? 1 : 0;
                found2 += i % 3 == 0 && own[BurstWeek].IsAlarm ? 1 : 0;
                for (var week = 20; week < Weeks && i % 3 != 0; week++)
                {
                    weeks++;
                    false1 += together[i][week].IsAlarm ? 1 : 0;
                    false2 += own[week].IsAlarm ? 1 : 0;
                }
            }
        }

        output.WriteLine($"false alarms a series and year: pooled {false1 * 52.0 / weeks:0.00}, alone {false2 * 52.0 / weeks:0.00}; bursts found of {bursts}: pooled {found1}, alone {found2}");
        Assert.True(false1 < 0.85 * false2, $"{false1} {false2}");
        Assert.True(found1 >= found2, $"{found1} {found2}");
    }

    [Fact]
    public void Score_FromTheSixthPeriodOn_HasAnExpectation()
    {
        var scores = PooledMonitor.Score(Simulate(new Random(1)).Counts);

        Assert.All(scores, series => Assert.True(series.Take(5).All(score => double.IsNaN(score.Expected)) && series.Skip(5).All(score => score.Expected > 0)));
        Assert.All(scores, series => Assert.All(series.Skip(5), score => Assert.Equal(score.IsAlarm && score.Observed > 0, score.PValue < 0.005 && score.Observed > 0)));
    }

    [Fact]
    public void Score_SeriesWithoutACase_HasALevelAboveZeroBelowItsSiblings()
    {
        var (counts, _) = Simulate(new Random(2));
        Array.Clear(counts[4]);

        var scores = PooledMonitor.Score(counts);

        Assert.InRange(scores[4][^1].Expected, 1e-6, scores.Average(series => series[^1].Expected) / 3);
    }

    [Fact]
    public void Score_Exposure_Counts()
    {
        var (counts, means) = Simulate(new Random(3));
        double[][] exposures = [.. means.Select(mean => Enumerable.Repeat(mean, Weeks).ToArray())];

        var scores = PooledMonitor.Score(counts, exposures);

        // In proportion to exposure all levels are the same: they are shrunk to one.
        Assert.All(scores.Zip(means), pair => Assert.InRange(pair.First[^1].Expected / pair.Second, 0.75, 1.3));
    }

    [Fact]
    public void Score_BadInput_IsRefused()
    {
        int[] series = [1, 2, 3, 4, 5, 6];

        Assert.Throws<ArgumentException>(() => PooledMonitor.Score([series, series, series, series]));
        Assert.Throws<ArgumentException>(() => PooledMonitor.Score([series, series, series, series, [1, 2]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PooledMonitor.Score([series, series, series, series, [1, 2, 3, 4, 5, -1]]));
    }

    private static (int[][] Counts, double[] Means) Simulate(Random random)
    {
        double[] means = [.. Enumerable.Range(0, Siblings).Select(_ => Math.Max(0.05, 2.5 * Draw.Gamma(random, 2) / 2))];
        return ([.. means.Select(mean => Enumerable.Range(0, Weeks).Select(_ => Draw.NegativeBinomial(random, mean, Dispersion)).ToArray())], means);
    }
}
