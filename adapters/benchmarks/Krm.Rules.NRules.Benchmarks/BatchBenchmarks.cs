using BenchmarkDotNet.Attributes;
using Krm.Calendar.Holidays;
using Krm.Rules.NRules.Facts;

namespace Krm.Rules.NRules.Benchmarks;

/// <summary>Many cases in one session: put in at once or one by one, and how time and memory grow.</summary>
[MemoryDiagnoser]
public class BatchBenchmarks
{
    private readonly NRulesEvaluator _adapter = new(HarburgCases.RuleSet, Bundesland.Hamburg);
    private CaseToDecide[] _cases = [];

    [Params(1_000, 10_000)]
    public int Cases { get; set; }

    [GlobalSetup]
    public void Create() => _cases = HarburgCases.Create(Cases);

    [Benchmark(Baseline = true)]
    public int InsertAll()
    {
        var session = _adapter.Factory.CreateSession();
        session.InsertAll(_cases);
        return session.Fire();
    }

    [Benchmark]
    public int InsertOneByOne()
    {
        var session = _adapter.Factory.CreateSession();
        foreach (var item in _cases)
        {
            session.Insert(item);
        }

        return session.Fire();
    }

    [Benchmark]
    public int EvaluateAll() => _adapter.EvaluateAll(_cases).Count;
}
