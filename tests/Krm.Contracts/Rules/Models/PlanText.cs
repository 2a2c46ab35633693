using System.Globalization;
using System.Text;
using Krm.Rules;
using Krm.Rules.Tracing;

namespace Krm.Contracts.Rules.Models;

/// <summary>Everything a plan says, as one text: two evaluators agree if the texts are equal.</summary>
public static class PlanText
{
    /// <summary>The plan of an evaluator, or the conflict it found.</summary>
    public static string Of(IRuleEvaluator evaluator, CaseFacts facts) => Of(() => evaluator.Evaluate(facts));

    /// <summary>The plan that is worked out, or the conflict that is found.</summary>
    public static string Of(Func<CasePlan> evaluate)
    {
        try
        {
            return Of(evaluate());
        }
        catch (RuleConflictException conflict)
        {
            return conflict.Message;
        }
    }

    /// <summary>Scope, priority, rules, duties with dates and citations, routes, notices and retention.</summary>
    public static string Of(CasePlan plan)
    {
        var text = new StringBuilder();
        Add("Vorgang", plan.CaseId, plan.RuleSet.Fingerprint);
        Add("Geltung", plan.IsApplicable, plan.ScopeRule?.Id, plan.ScopeReason);
        Add("Priorität", plan.Priority, plan.PriorityRule?.Id);
        foreach (var explanation in plan.ExplainFired())
        {
            Add("Regel", explanation.Rule.Index, explanation.Rule.Id, explanation.Rule.Citation, explanation.ToGerman());
        }

        foreach (var duty in plan.Duties)
        {
            Add("Pflicht", duty.Id, duty.Role, duty.Channel, duty.StartDate, duty.DueDate, duty.DueInstant, duty.Citation, duty.Reason, duty.Deadline?.LastDay);
        }

        foreach (var route in plan.Routes)
        {
            Add("Weg", route.To, route.Via, route.Rule.Id);
        }

        foreach (var notice in plan.Notices)
        {
            Add("Hinweis", notice.Id, notice.To, notice.Text, notice.Rule.Id);
        }

        Add("Löschung", plan.RetentionRule?.Id, plan.DeleteOn);
        return text.ToString();

        void Add(string kind, params object?[] parts) => text.Append(kind).Append(": ")
            .AppendJoin(" | ", parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture))).Append('\n');
    }
}
