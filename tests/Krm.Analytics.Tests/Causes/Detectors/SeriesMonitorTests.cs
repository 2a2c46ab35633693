using Krm.Analytics.Causes.Detectors;
using Xunit.Abstractions;

namespace Krm.Analytics.Tests.Causes.Detectors;

public class SeriesMonitorTests(ITestOutputHelper output)
{
    private const int FirstTested = NoufailyScenario.TestStart - 1;

    /// <summary>The small form of the comparison in docs/causes.md: at the same false-alarm rate more outbreaks are detected.</summary>
    [Fact]
    public void Score_FortyTwoScenarios_DetectsMoreThanFarringtonAtTheSameFalseAlarmRate()
    {
        var settings = new SeriesMonitorSettings { PeriodsPerYear = 52, ShiftAlpha = 0 };
        var (monitorFalse, monitorBest) = Simulate(counts => SeriesMonitor.Score(counts, FirstTested, settings));
        var (farringtonFalse, farringtonBest) = Simulate(counts => FarringtonNoufaily.Score(counts, FirstTested));

        foreach (var rate in new[] { 0.35, 0.54 })
        {
            output.WriteLine($"{monitorBest.Count} series, {rate} false alarms a year: monitor {DetectionAt(rate, monitorFalse, monitorBest):F3}, Farrington–Noufaily {DetectionAt(rate, farringtonFalse, farringtonBest):F3}");
        }

        const double FalseAlarmsAYear = 0.35;
        var monitor = DetectionAt(FalseAlarmsAYear, monitorFalse, monitorBest);
        var farrington = DetectionAt(FalseAlarmsAYear, farringtonFalse, farringtonBest);

        Assert.InRange(monitor, 0.50, 0.70);
        Assert.InRange(farrington, 0.36, monitor - 0.03);
    }

    [Fact]
    public void Score_LevelSeries_ExpectsTheLevel()
    {
        int[] counts = [.. Enumerable.Range(0, 300).Select(i => 10 + (i % 3))];

        var score = SeriesMonitor.Score(counts, 299)[0];

        Assert.InRange(score.Expected, 10.5, 11.5);
        Assert.False(score.IsAlarm);
        Assert.InRange(score.Upper, 15, 30);
    }

    [Fact]
    public void Score_TooLittleHistory_HasNoExpectation()
    {
        var scores = SeriesMonitor.Score(new int[40], 0);

        Assert.All(scores.Take(20), score => Assert.True(double.IsNaN(score.Expected)));
        Assert.All(scores.Skip(20), score => Assert.False(double.IsNaN(score.Expected)));
        Assert.DoesNotContain(scores, score => score.IsAlarm);
    }

    [Fact]
    public void Score_DoubledExposureAndCounts_IsNoAlarm()
    {
        var random = new Random(5);
        double[] exposure = [.. Enumerable.Range(0, 260).Select(i => i < 200 ? 1.0 : 4.0)];
        int[] counts = [.. exposure.Select(one => Draw.Poisson(random, 8 * one))];

        Assert.True(SeriesMonitor.Score(counts, 180, null, exposure).Count(score => score.IsAlarm) <= 2);
        Assert.Contains(SeriesMonitor.Score(counts, 180).Skip(20).Take(6), score => score.IsAlarm);
    }

    private static (List<double> False, List<double> Best) Simulate(Func<int[], IReadOnlyList<PeriodScore>> score)
    {
        var falseAlarms = new List<double>();
        var best = new List<double>();
        for (var run = 0; run < SimulationRuns.OrDefault(5) * NoufailyScenario.All.Count; run++)
        {
            var (counts, isCurrent) = NoufailyScenario.All[run % NoufailyScenario.All.Count].Generate(new Random(run));
            var smallest = 1.0;
            foreach (var one in score(counts))
            {
                var p = double.IsNaN(one.Expected) ? 1 : one.PValue;
                if (isCurrent[one.Index])
                {
                    smallest = Math.Min(smallest, p);
                }
                else
                {
                    falseAlarms.Add(p);
                }
            }

            best.Add(smallest);
        }

        falseAlarms.Sort();
        return (falseAlarms, best);
    }

    private static double DetectionAt(double falseAlarmsAYear, List<double> falseAlarms, List<double> best)
    {
        var threshold = falseAlarms[(int)(falseAlarmsAYear / 52 * falseAlarms.Count)];
        return best.Count(p => p < threshold) / (double)best.Count;
    }
}
