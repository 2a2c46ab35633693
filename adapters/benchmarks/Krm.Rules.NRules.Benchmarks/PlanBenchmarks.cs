using BenchmarkDotNet.Attributes;
using Krm.Calendar.Holidays;
using Krm.Rules.NRules.Facts;

namespace Krm.Rules.NRules.Benchmarks;

/// <summary>The plan of one case of Harburg, due dates included: the built-in evaluator, NRules one by one, NRules in one session.</summary>
[MemoryDiagnoser]
public class PlanBenchmarks
{
    private const int Cases = 2_000;
    private readonly CaseToDecide[] _cases = HarburgCases.Create(Cases);
    private readonly RuleEvaluator _builtIn = new(HarburgCases.RuleSet, Bundesland.Hamburg);
    private readonly NRulesEvaluator _adapter = new(HarburgCases.RuleSet, Bundesland.Hamburg);

    [Benchmark(Baseline = true, OperationsPerInvoke = Cases)]
    public int BuiltIn()
    {
        var sum = 0;
        foreach (var item in _cases)
        {
            sum += _builtIn.Evaluate(item.Facts).Duties.Count;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Cases)]
    public int NRulesOneByOne()
    {
        var sum = 0;
        foreach (var item in _cases)
        {
            sum += _adapter.Evaluate(item).Duties.Count;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Cases)]
    public int NRulesInOneSession() => _adapter.EvaluateAll(_cases).Sum(plan => plan.Duties.Count);

    [Benchmark(OperationsPerInvoke = Cases)]
    public int NRulesTraced()
    {
        var sum = 0;
        foreach (var item in _cases)
        {
            sum += _adapter.EvaluateTraced(item).Steps.Count;
        }

        return sum;
    }
}
