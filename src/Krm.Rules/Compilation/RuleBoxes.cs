using Krm.Rules.Conditions;
using Krm.Rules.Facts;

namespace Krm.Rules.Compilation;

/// <summary>The boxes of rules, validity over time included.</summary>
internal static class RuleBoxes
{
    /// <summary>The boxes of one rule.</summary>
    public static List<Box> Of(Rule rule, RuleSet ruleSet, int factCount)
    {
        var boxes = BoxBuilder.Build(rule.When, factCount)
            ?? throw new InvalidOperationException($"The condition of rule '{rule.Id}' needs too many boxes; reading should have refused it.");
        if (rule.ValidFrom is null && rule.ValidTo is null)
        {
            return boxes;
        }

        var days = ValueSet.Range(
            rule.ValidFrom is { } from ? DayNumber.From(from) : DayNumber.Earliest,
            rule.ValidTo is { } to ? DayNumber.From(to) : DayNumber.Latest).Intersect(ruleSet.Facts[0].Domain);
        var validity = Box.Everything(factCount).With(0, days);
        return days.IsEmpty ? [] : [.. boxes.Select(validity.Intersect).OfType<Box>()];
    }

    /// <summary>The boxes of a table in the order its hit policy looks at rules.</summary>
    public static List<RuleBox> Of(RuleTable table, RuleSet ruleSet, int factCount)
    {
        var rules = table.HitPolicy == HitPolicy.Priority ? table.Rules.OrderBy(rule => rule.Rank) : (IEnumerable<Rule>)table.Rules;
        return [.. rules.SelectMany(rule => Of(rule, ruleSet, factCount).Select(box => new RuleBox(rule.Index, box)))];
    }

    /// <summary>Number of facts and results together.</summary>
    public static int FactCount(RuleSet ruleSet) => ruleSet.Facts.Count + ruleSet.Tables.Count(table => table.Result is not null);

    /// <summary>Facts and results in the order of their index.</summary>
    public static IReadOnlyList<FactDeclaration> AllFacts(RuleSet ruleSet) =>
        [.. ruleSet.Facts, .. ruleSet.Tables.Select(table => table.Result).OfType<FactDeclaration>()];
}
