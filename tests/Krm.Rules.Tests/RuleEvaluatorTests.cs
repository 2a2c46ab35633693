using Krm.Calendar.Holidays;
using Krm.Contracts.Rules;

namespace Krm.Rules.Tests;

/// <summary>The built-in evaluator keeps the contract of its port.</summary>
public class RuleEvaluatorTests : RuleEvaluatorContract
{
    protected override IRuleEvaluator Create(RuleSet ruleSet) => new RuleEvaluator(ruleSet, Bundesland.Hamburg);
}
