using BenchmarkDotNet.Attributes;
using Krm.Analytics.Causes.Detectors;
using Krm.Analytics.Causes.Texts;

namespace Krm.Benchmarks.Causes;

/// <summary>
/// Promises on one core: newest week of 100,000 series of ten years at most 10 s, counting 10 million cases at most 5 s, clustering
/// 100,000 texts at most 30 s; cost linear in their number.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(launchCount: 1, warmupCount: 0, iterationCount: 2, invocationCount: 1)]
public class ScaleBenchmarks
{
    private const int Weeks = 521;
    private CountedCases? _cases;
    private string[] _texts = [];

    /// <summary>The share of the promised size.</summary>
    [Params(0.1, 0.2, 0.5, 1.0)]
    public double Share { get; set; }

    [GlobalSetup(Target = nameof(Cluster))]
    public void SetupTexts()
    {
        var random = new Random(1);
        _texts = [.. Enumerable.Range(0, (int)(100_000 * Share)).Select(_ => MakeText(random))];
    }

    [GlobalSetup(Targets = [nameof(Count), nameof(CountIntoPlainDictionary)])]
    public void SetupCases() => _cases = CountedCases.Create((int)(10_000_000 * Share));

    [Benchmark]
    public int NewestWeek()
    {
        var random = new Random(1);
        var counts = new int[Weeks];
        var alarms = 0;
        for (var series = 0; series < 100_000 * Share; series++)
        {
            for (var week = 0; week < Weeks; week++)
            {
                counts[week] = random.Next(12);
            }

            alarms += FarringtonNoufaily.Score(counts, Weeks - 1)[0].IsAlarm ? 1 : 0;
        }

        return alarms;
    }

    [Benchmark]
    public int Count() => _cases!.CountIntoCube((int)(10_000_000 * Share));

    /// <summary>What the cube is compared with.</summary>
    [Benchmark]
    public int CountIntoPlainDictionary() => _cases!.CountIntoDictionary((int)(10_000_000 * Share));

    [Benchmark]
    public int Cluster() => TextClusterer.Cluster(_texts).Clusters.Count;

    /// <summary>Fifteen words, half of them those of one of 2,000 matters.</summary>
    private static string MakeText(Random random)
    {
        var matter = random.Next(2000);
        return string.Join(' ', Enumerable.Range(0, 15).Select(i => i % 2 == 0 ? $"sache{(matter * 8) + i}" : $"wort{random.Next(5000)}"));
    }
}
