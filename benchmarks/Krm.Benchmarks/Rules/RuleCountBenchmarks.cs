using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Krm.Calendar.Holidays;
using Krm.Rules;
using NodaTime;

namespace Krm.Benchmarks.Rules;

/// <summary>Deciding a case under 12 rules and under 2,400 rules that differ by unit; reading and compiling 2,400.</summary>
/// <remarks>Promises: ManyRules at most 3 times FewRules; ReadAndCompile at most 200 ms.</remarks>
[MemoryDiagnoser]
public class RuleCountBenchmarks
{
    private const int Cases = 1_000;
    private readonly string _document = Document(200);
    private readonly int[] _fired = new int[2_400];
    private (RuleEvaluator Evaluator, CaseFacts[] Facts) _few;
    private (RuleEvaluator Evaluator, CaseFacts[] Facts) _many;

    [GlobalSetup]
    public void Compile()
    {
        _few = Prepare(Document(1), 1);
        _many = Prepare(_document, 200);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Cases)]
    public int FewRules() => Decide(_few.Evaluator, _few.Facts);

    [Benchmark(OperationsPerInvoke = Cases)]
    public int ManyRules() => Decide(_many.Evaluator, _many.Facts);

    [Benchmark]
    public int ReadAndCompile() => new RuleEvaluator(RuleSet.Read(_document), Bundesland.Hamburg).MaximumFired;

    private int Decide(RuleEvaluator evaluator, CaseFacts[] cases)
    {
        var sum = 0;
        foreach (var facts in cases)
        {
            sum += evaluator.Decide(facts.Values, _fired);
        }

        return sum;
    }

    private static (RuleEvaluator Evaluator, CaseFacts[] Facts) Prepare(string document, int units)
    {
        var ruleSet = RuleSet.Read(document);
        var random = new Random(1);
        var facts = Enumerable.Range(0, Cases).Select(index => CaseFacts.Create(ruleSet, "1", new LocalDate(2026, 3, 2), new Dictionary<string, string?>
        {
            ["amt"] = "Amt " + random.Next(units).ToString(CultureInfo.InvariantCulture),
            ["stufe"] = "s" + random.Next(3).ToString(CultureInfo.InvariantCulture),
            ["dringend"] = random.Next(2).ToString(CultureInfo.InvariantCulture),
            ["betrag"] = random.Next(1_000).ToString(CultureInfo.InvariantCulture),
        })).ToArray();
        return (new RuleEvaluator(ruleSet, Bundesland.Hamburg), facts);
    }

    /// <summary>Twelve rules a unit: three levels, urgent or not, small or large amount.</summary>
    private static string Document(int units)
    {
        var rules = new StringBuilder();
        for (var index = 0; index < units * 12; index++)
        {
            var (unit, level, urgent, large) = (index / 12, index % 3, index / 3 % 2 == 0 ? "true" : "false", index / 6 % 2 == 0);
            var amount = large ? "{ \"from\": 500 }" : "{ \"below\": 500 }";
            rules.Append(CultureInfo.InvariantCulture, $$"""
                {{(index > 0 ? "," : "")}}{ "id": "r{{index}}", "when": { "amt": "Amt {{unit}}", "stufe": "s{{level}}", "dringend": {{urgent}}, "betrag": {{amount}} },
                "then": { "duty": "antwort", "title": "Antwort", "role": "Amt {{unit}}", "due": { "period": "{{(index % 20) + 1}}AT" } }, "citation": { "source": "q" } }
                """);
        }

        return $$"""
            { "format": 1, "id": "viele", "version": "1", "title": "Viele Regeln", "sources": [{ "id": "q", "title": "Quelle" }],
              "facts": [
                { "name": "amt", "type": "text" }, { "name": "stufe", "type": "choice", "values": ["s0", "s1", "s2"] },
                { "name": "dringend", "type": "yesNo" }, { "name": "betrag", "type": "number", "min": 0, "max": 1000 }],
              "tables": [{ "name": "pflichten", "kind": "duties", "hitPolicy": "collect", "rules": [{{rules}}] }] }
            """;
    }
}
