using BenchmarkDotNet.Attributes;
using Krm.Analytics.Counting;
using NodaTime;

namespace Krm.Benchmarks.Counting;

/// <summary>
/// Promise: 10 million cases counted in at most 5 s on one core. The baseline is what a host would write by hand: a dictionary from
/// week and values to a number, without any check, order or plan.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(launchCount: 1, warmupCount: 1, iterationCount: 3, invocationCount: 1)]
public class CountingBenchmarks
{
    private const int Cases = 10_000_000;
    private static readonly string[] Units = [.. Enumerable.Range(0, 40).Select(i => $"Amt {i}")];
    private static readonly string[] Categories = [.. Enumerable.Range(0, 25).Select(i => $"Anliegen {i}")];
    private readonly LocalDate[] _days = new LocalDate[Cases];
    private readonly byte[] _units = new byte[Cases];
    private readonly byte[] _categories = new byte[Cases];

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        var first = new LocalDate(2015, 1, 5);
        for (var i = 0; i < Cases; i++)
        {
            _days[i] = first.PlusDays(random.Next(3650));
            _units[i] = (byte)random.Next(Units.Length);
            _categories[i] = (byte)random.Next(Categories.Length);
        }
    }

    [Benchmark(Baseline = true)]
    public int PlainDictionary()
    {
        var counts = new Dictionary<(int Week, string Unit, string Category), int>();
        for (var i = 0; i < Cases; i++)
        {
            var key = (_days[i].ToDateOnly().DayNumber / 7, Units[_units[i]], Categories[_categories[i]]);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return counts.Count;
    }

    [Benchmark]
    public int CountCube()
    {
        var builder = new CountCubeBuilder(new CountPlan(PeriodKind.Week, ["unit", "category"]));
        var values = new string[2];
        for (var i = 0; i < Cases; i++)
        {
            values[0] = Units[_units[i]];
            values[1] = Categories[_categories[i]];
            builder.Add(_days[i], values);
        }

        return builder.Build().Rows.Count;
    }
}
