using BenchmarkDotNet.Attributes;
using Krm.Analytics.Causes.Detectors;

namespace Krm.Benchmarks.Causes;

/// <summary>Promise: Farrington–Noufaily at most 0.05 ms a series-week, EARS and Poisson GLR at most 1 µs. Each operation is one series-week.</summary>
[MemoryDiagnoser]
public class DetectorBenchmarks
{
    private const int Weeks = 520;
    private const int Scored = 52;
    private readonly int[] _counts = new int[Weeks];
    private readonly double[] _expected = new double[Weeks];

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        for (var week = 0; week < Weeks; week++)
        {
            _expected[week] = 5 + (3 * Math.Cos(2 * Math.PI * week / 52));
            _counts[week] = random.Next((int)(2 * _expected[week]) + 1);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Scored)]
    public int FarringtonNoufailyOneWeek() => FarringtonNoufaily.Score(_counts, Weeks - Scored).Count;

    [Benchmark(OperationsPerInvoke = Scored)]
    public int SeriesMonitorOneWeek() => SeriesMonitor.Score(_counts, Weeks - Scored).Count;

    [Benchmark(OperationsPerInvoke = Weeks - 7)]
    public int EarsC1OneWeek() => EarlyAberration.Score(_counts, 1, 7).Count;

    [Benchmark(OperationsPerInvoke = Weeks)]
    public int PoissonRatioOneWeek() => LikelihoodRatioChart.Run(_counts, _expected).Count;
}
