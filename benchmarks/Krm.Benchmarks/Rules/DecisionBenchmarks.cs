using BenchmarkDotNet.Attributes;

namespace Krm.Benchmarks.Rules;

/// <summary>Deciding a case of Harburg: the evaluator against if/else, and the whole plan with its due dates.</summary>
/// <remarks>
/// Promises: Decide at most 4 times HandWritten and no allocation; Plan at least 2 million cases a second (500 ns). Twice: over
/// a thousand cases that come again and again, so that the processor learns every branch of the if/else, and over 20,000.
/// </remarks>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private readonly HarburgCases _cases = new();
    private readonly int[] _fired = new int[64];

    /// <summary>How many different cases are decided in turn.</summary>
    [Params(1_000, HarburgCases.Count)]
    public int Cases { get; set; }

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
        for (var round = 0; round < HarburgCases.Count; round += Cases)
        {
            foreach (ref readonly var item in _cases.Plain.AsSpan(0, Cases))
            {
                sum += HandWrittenHarburg.Decide(item, _fired);
            }
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = HarburgCases.Count)]
    public int Decide()
    {
        var sum = 0;
        for (var round = 0; round < HarburgCases.Count; round += Cases)
        {
            foreach (var facts in _cases.Facts.AsSpan(0, Cases))
            {
                sum += _cases.Evaluator.Decide(facts.Values, _fired);
            }
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = HarburgCases.Count)]
    public int Plan()
    {
        var sum = 0;
        for (var round = 0; round < HarburgCases.Count; round += Cases)
        {
            foreach (var facts in _cases.Facts.AsSpan(0, Cases))
            {
                foreach (var duty in _cases.Evaluator.Evaluate(facts).Duties)
                {
                    sum += duty.DueDate!.Value.Day;
                }
            }
        }

        return sum;
    }
}
