using Krm.Calendar.Holidays;
using Krm.Contracts.Rules;

namespace Krm.Rules.NRules.Tests;

/// <summary>The evaluator on NRules keeps the contract of its port.</summary>
public class NRulesEvaluatorTests : RuleEvaluatorContract
{
    /// <summary>Fewer than for the built-in evaluator: NRules compiles each to code.</summary>
    protected override int RandomRuleSets => 40;

    protected override IRuleEvaluator Create(RuleSet ruleSet) => new NRulesEvaluator(ruleSet, Bundesland.Hamburg);
}
