using System.Globalization;
using BenchmarkDotNet.Attributes;
using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Rules.NRules.Benchmarks;

/// <summary>One case under rules that differ by unit: how both engines grow with rules that cannot match, and what compiling costs.</summary>
[MemoryDiagnoser]
public class RuleCountBenchmarks
{
    private const int Cases = 500;
    private RuleSet _ruleSet = null!;
    private RuleEvaluator _builtIn = null!;
    private NRulesEvaluator _adapter = null!;
    private CaseFacts[] _cases = [];

    [Params(12, 120, 1_200)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Compile()
    {
        _ruleSet = RuleSet.Read(Document(Rules));
        _builtIn = new RuleEvaluator(_ruleSet, Bundesland.Hamburg);
        _adapter = new NRulesEvaluator(_ruleSet, Bundesland.Hamburg);
        var random = new Random(1);
        _cases = [.. Enumerable.Range(0, Cases).Select(_ => CaseFacts.Create(_ruleSet, "1", new LocalDate(2026, 3, 2), new Dictionary<string, string?>
        {
            ["amt"] = "Amt " + random.Next(Rules / 6).ToString(CultureInfo.InvariantCulture),
            ["stufe"] = "s" + random.Next(3).ToString(CultureInfo.InvariantCulture),
            ["dringend"] = random.Next(2).ToString(CultureInfo.InvariantCulture),
        }))];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Cases)]
    public int BuiltIn() => Sum(_builtIn);

    [Benchmark(OperationsPerInvoke = Cases)]
    public int NRules() => Sum(_adapter);

    [Benchmark]
    public int CompileBuiltIn() => new RuleEvaluator(_ruleSet, Bundesland.Hamburg).MaximumFired;

    [Benchmark]
    public int CompileNRules() => new NRulesEvaluator(_ruleSet, Bundesland.Hamburg).MaximumFired;

    private int Sum(IRuleEvaluator evaluator)
    {
        var sum = 0;
        foreach (var facts in _cases)
        {
            sum += evaluator.Evaluate(facts).Duties.Count;
        }

        return sum;
    }

    /// <summary>Six rules a unit: three levels, urgent or not.</summary>
    private static string Document(int rules)
    {
        var texts = Enumerable.Range(0, rules).Select(index => string.Create(CultureInfo.InvariantCulture, $$"""
            { "id": "r{{index}}", "when": { "amt": "Amt {{index / 6}}", "stufe": "s{{index % 3}}", "dringend": {{(index / 3 % 2 == 0 ? "true" : "false")}} },
              "then": { "duty": "antwort", "title": "Antwort", "role": "R", "due": { "period": "{{(index % 20) + 1}}AT" } }, "citation": { "source": "q" } }
            """));
        return $$"""
            { "format": 1, "id": "viele", "version": "1", "title": "Viele Regeln", "sources": [{ "id": "q", "title": "Quelle" }],
              "facts": [{ "name": "amt", "type": "text" }, { "name": "stufe", "type": "choice", "values": ["s0", "s1", "s2"] }, { "name": "dringend", "type": "yesNo" }],
              "tables": [{ "name": "pflichten", "kind": "duties", "hitPolicy": "collect", "rules": [{{string.Join(",", texts)}}] }] }
            """;
    }
}
