using Krm.Rules;
using NodaTime;

namespace Krm.Contracts.Rules;

/// <summary>What every <see cref="IRuleEvaluator"/> promises, whatever engine it runs on.</summary>
public abstract class RuleEvaluatorContract
{
    private static readonly Dictionary<string, string?> Nothing = [];

    /// <summary>Makes the evaluator under test, for offices of Hamburg with the usual working days.</summary>
    protected abstract IRuleEvaluator Create(RuleSet ruleSet);

    [Fact]
    public void Evaluate_FactsOfAnotherRuleSet_IsRefused()
    {
        var facts = CaseFacts.Create(ShippedRuleSets.Get("kqs"), "1", new LocalDate(2026, 3, 2), Nothing);

        Assert.Throws<ArgumentException>(() => Create(ShippedRuleSets.Get("harburg")).Evaluate(facts));
    }
}
