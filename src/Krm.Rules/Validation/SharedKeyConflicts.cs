using Krm.Rules.Compilation;

namespace Krm.Rules.Validation;

/// <summary>Finds cases that get the same duty or notice from two tables; a plan has each at most once.</summary>
internal sealed class SharedKeyConflicts(RuleSet ruleSet)
{
    private readonly HashSet<(TableKind Kind, string Key)> _shared = SharedKeys.Of(ruleSet);
    private readonly List<(RuleTable Table, Rule Rule, Region Region)> _earlier = [];

    /// <summary>The conflicts of a table with those before it; to be asked table by table, in order.</summary>
    public IEnumerable<RuleSetFinding> With(TableRegions regions)
    {
        var table = regions.Table;
        foreach (var rule in table.Otherwise is { } otherwise ? table.Rules.Append(otherwise) : table.Rules)
        {
            if (rule.Then.Key is not { } key || !_shared.Contains((table.Kind, key)))
            {
                continue;
            }

            var region = regions.FiresOn(rule);
            foreach (var other in _earlier.Where(entry => entry.Table.Kind == table.Kind && entry.Table != table && entry.Rule.Then.Key == key))
            {
                foreach (var box in region.Intersect(other.Region.Boxes).Boxes.Take(1))
                {
                    yield return new RuleSetFinding(
                        FindingKind.Conflict,
                        table.Name,
                        [other.Rule.Id, rule.Id],
                        $"Tabelle „{table.Label}“: Die Regel {rule.Id} gibt „{key}“ auch dort, wo es schon die Regel {other.Rule.Id} der Tabelle „{other.Table.Label}“ gibt; "
                        + $"ein Vorgang hat es höchstens einmal: {ExampleCase.Describe(box, ruleSet, withDay: true)}.",
                        ExampleCase.Of(box, ruleSet));
                }
            }

            _earlier.Add((table, rule, region));
        }
    }
}
