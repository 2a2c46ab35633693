using System.Globalization;
using Krm.Calendar.Holidays;
using Krm.Contracts.Rules.Models;
using Krm.Rules.NRules.Facts;
using Xunit.Abstractions;

namespace Krm.Rules.NRules.Tests;

/// <summary>
/// Both engines on the same cases: every duty, date, citation, notice, route and deletion has to be the same, and every
/// conflict. KRM_DIFFERENTIAL_CASES and KRM_DIFFERENTIAL_RULESETS set the size.
/// </summary>
public class DifferentialTests(ITestOutputHelper output)
{
    private const int CasesOfARandomRuleSet = 40;

    private static readonly int Cases = Size("KRM_DIFFERENTIAL_CASES", 5_000);
    private static readonly int RuleSets = Size("KRM_DIFFERENTIAL_RULESETS", 40);

    [Fact]
    public void Evaluate_ShippedRuleSets_AgreesWithTheBuiltInEvaluator()
    {
        var share = Cases / ShippedRuleSets.Ids.Count;
        foreach (var ruleSet in ShippedRuleSets.Ids.Select(ShippedRuleSets.Get))
        {
            var (builtIn, adapter) = (new RuleEvaluator(ruleSet, Bundesland.Hamburg), new NRulesEvaluator(ruleSet, Bundesland.Hamburg));
            var cases = new RandomCases(ruleSet, 2026);
            var fired = new HashSet<int>();
            for (var count = 0; count < share; count++)
            {
                var facts = cases.Next();
                Assert.Equal(PlanText.Of(builtIn, facts), PlanText.Of(adapter, facts));
                fired.UnionWith(builtIn.Evaluate(facts).FiredRules.Select(rule => rule.Index));
            }

            output.WriteLine($"{ruleSet.Id}: {share} cases agree, {fired.Count} of {ruleSet.Rules.Count} rules fired.");
            Assert.Equal(ruleSet.Rules.Count, fired.Count);
        }
    }

    [Fact]
    public void Evaluate_RandomRuleSets_AgreesWithTheBuiltInEvaluator()
    {
        var (plans, duties, dates, conflicts) = (0, 0, 0, 0);
        for (var seed = 1; seed <= RuleSets; seed++)
        {
            var ruleSet = RuleSet.Read(new RandomRuleSet(seed, largestRules: 8).Json);
            var (builtIn, adapter) = (new RuleEvaluator(ruleSet, Bundesland.Bayern), new NRulesEvaluator(ruleSet, Bundesland.Bayern));
            var cases = new RandomCases(ruleSet, seed);
            for (var count = 0; count < CasesOfARandomRuleSet; count++)
            {
                var facts = cases.Next();
                var expected = PlanText.Of(builtIn, facts);
                Assert.Equal(expected, PlanText.Of(adapter, facts));
                if (!expected.StartsWith("Vorgang", StringComparison.Ordinal))
                {
                    conflicts++;
                    continue;
                }

                plans++;
                duties += builtIn.Evaluate(facts).Duties.Count;
                dates += builtIn.Evaluate(facts).Duties.Count(duty => duty.DueDate is not null);
            }
        }

        output.WriteLine($"{RuleSets} random rule sets: {plans} plans with {duties} duties, {dates} of them with a date, and {conflicts} conflicts agree.");
        Assert.True(conflicts > 0 && dates > 0 && 2 * plans > conflicts, "The random rule sets say too little.");
    }

    [Fact]
    public void EvaluateAll_AllCasesInOneSession_AgreesWithOneByOne()
    {
        foreach (var ruleSet in ShippedRuleSets.Ids.Select(ShippedRuleSets.Get))
        {
            var evaluator = new NRulesEvaluator(ruleSet, Bundesland.Hamburg);
            var cases = new RandomCases(ruleSet, 7);
            var items = Enumerable.Range(0, 500).Select(_ => new CaseToDecide(cases.Next())).ToArray();

            Assert.Equal(items.Select(item => PlanText.Of(evaluator, item.Facts)), evaluator.EvaluateAll(items).Select(PlanText.Of));
        }
    }

    private static int Size(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : otherwise;
}
