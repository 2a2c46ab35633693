using Krm.Rules.Compilation;
using Krm.Rules.Conditions;
using Krm.Rules.Facts;
using Krm.Rules.Outcomes;
using Krm.Rules.Validation;

namespace Krm.Rules.Tracing;

/// <summary>Says why a plan has what it has, and why it does not have what somebody misses.</summary>
public static class PlanExplainer
{
    /// <summary>Why every rule of the plan fired, in the order of the tables.</summary>
    public static IReadOnlyList<RuleExplanation> ExplainFired(this CasePlan plan) =>
        [.. Guard.NotNull(plan).FiredRules.Select(rule => Explain(plan, rule))];

    /// <summary>Why a rule fired or what stopped it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="ruleId">Identifier of the rule.</param>
    /// <exception cref="ArgumentException">The rule set has no such rule.</exception>
    public static RuleExplanation ExplainRule(this CasePlan plan, string ruleId)
    {
        Guard.NotNull(plan);
        var rule = plan.RuleSet.Rules.FirstOrDefault(candidate => candidate.Id == ruleId)
            ?? throw new ArgumentException($"The rule set '{plan.RuleSet.Id}' has no rule '{ruleId}'.", nameof(ruleId));
        return Explain(plan, rule);
    }

    /// <summary>Why the plan has a duty, or the nearest rule that would have made it and the facts that stopped it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="dutyId">Identifier of a duty that some rule makes.</param>
    /// <exception cref="ArgumentException">No rule makes such a duty.</exception>
    public static RuleExplanation ExplainDuty(this CasePlan plan, string dutyId)
    {
        Guard.NotNull(plan);
        if (plan.FindDuty(dutyId) is { Rule.IsOfHost: true } ofHost)
        {
            return new RuleExplanation(ofHost.Rule, true, [], null);
        }

        var rules = plan.RuleSet.Rules.Where(rule => (rule.Then as DutyOutcome)?.Id == dutyId).ToArray();
        return rules.Length == 0
            ? throw new ArgumentException($"No rule of the rule set '{plan.RuleSet.Id}' makes the duty '{dutyId}'.", nameof(dutyId))
            : Nearest(plan, rules);
    }

    /// <summary>The rule of a table that fired, or the one that came nearest.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="table">Name of a table with at least one rule.</param>
    /// <exception cref="ArgumentException">There is no such table, or it has no rule.</exception>
    public static RuleExplanation ExplainTable(this CasePlan plan, string table)
    {
        Guard.NotNull(plan);
        var rules = plan.RuleSet.Rules.Where(rule => rule.Table == table).ToArray();
        return rules.Length == 0
            ? throw new ArgumentException($"The rule set '{plan.RuleSet.Id}' has no table '{table}' with rules.", nameof(table))
            : Nearest(plan, rules);
    }

    private static RuleExplanation Nearest(CasePlan plan, Rule[] rules)
    {
        var explanations = rules.Select(rule => Explain(plan, rule)).ToArray();
        return explanations.FirstOrDefault(explanation => explanation.HasFired)
            ?? explanations.OrderBy(explanation => explanation.Obstacles.Count()).First();
    }

    private static RuleExplanation Explain(CasePlan plan, Rule rule)
    {
        var facts = RuleBoxes.AllFacts(plan.RuleSet);
        var hasFired = plan.FiredRules.Contains(rule);
        var boxes = RuleBoxes.Of(rule, plan.RuleSet, facts.Count);
        var checks = boxes.Select(box => Check(plan, box, facts)).OrderBy(list => list.Count(check => !check.IsMet)).FirstOrDefault() ?? [];
        return new RuleExplanation(rule, hasFired, checks, hasFired ? null : HiddenBy(plan, rule));
    }

    private static List<FactCheck> Check(CasePlan plan, Box box, IReadOnlyList<FactDeclaration> facts)
    {
        var checks = new List<FactCheck>();
        foreach (var fact in facts)
        {
            if (box[fact.Index] is { } side)
            {
                var value = fact.IsResult ? plan.ResultOf(fact) : plan.Facts[fact];
                checks.Add(new FactCheck(fact, SetText.Describe(fact, side), fact.Format(value), side.Contains(value.Code)));
            }
        }

        return checks;
    }

    private static Rule? HiddenBy(CasePlan plan, Rule rule) =>
        plan.ExcludingRule is { } excluding && excluding.Table != rule.Table
            ? excluding
            : plan.FiredRules.FirstOrDefault(other => other.Table == rule.Table);
}
