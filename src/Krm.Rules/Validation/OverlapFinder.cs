using Krm.Rules.Conditions;

namespace Krm.Rules.Validation;

/// <summary>Finds pairs of rules with a common case.</summary>
internal static class OverlapFinder
{
    public static IEnumerable<(Rule First, Rule Second)> Pairs(IReadOnlyList<Rule> rules, Func<Rule, IReadOnlyList<Box>> boxesOf)
    {
        for (var second = 1; second < rules.Count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                if (boxesOf(rules[first]).Any(mine => boxesOf(rules[second]).Any(mine.Overlaps)))
                {
                    yield return (rules[first], rules[second]);
                }
            }
        }
    }
}
