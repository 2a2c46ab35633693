using BenchmarkDotNet.Attributes;

namespace Krm.Benchmarks.Rules;

/// <summary>Deciding a case of Harburg: the evaluator against if/else, and the whole plan with its due dates.</summary>
/// <remarks>Promises: Decide at most 4 times HandWritten and no allocation; Plan at least 2 million cases a second (500 ns).</remarks>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private readonly HarburgCases _cases = new();
    private readonly int[] _fired = new int[64];

    /// <summary>Both must decide the same, or the comparison is worth nothing.</summary>
    [GlobalSetup]
    public void Verify()
    {
        var other = new int[64];
        for (var index = 0; index < HarburgCases.Count; index++)
        {
            var count = HandWrittenHarburg.Decide(_cases.Plain[index], _fired);
            if (count != _cases.Evaluator.Decide(_cases.Facts[index].Values, other) || !_fired.AsSpan(0, count).SequenceEqual(other.AsSpan(0, count)))
            {
                throw new InvalidOperationException("The hand-written rules and the evaluator differ.");
            }
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = HarburgCases.Count)]
    public int HandWritten()
    {
        var sum = 0;
        foreach (ref readonly var item in _cases.Plain.AsSpan())
        {
            sum += HandWrittenHarburg.Decide(item, _fired);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = HarburgCases.Count)]
    public int Decide()
    {
        var sum = 0;
        foreach (var facts in _cases.Facts)
        {
            sum += _cases.Evaluator.Decide(facts.Values, _fired);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = HarburgCases.Count)]
    public int Plan()
    {
        var sum = 0;
        foreach (var facts in _cases.Facts)
        {
            foreach (var duty in _cases.Evaluator.Evaluate(facts).Duties)
            {
                sum += duty.DueDate!.Value.Day;
            }
        }

        return sum;
    }
}
