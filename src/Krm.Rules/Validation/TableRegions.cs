using Krm.Rules.Conditions;
using Krm.Rules.Facts;
using Krm.Rules.Outcomes;

namespace Krm.Rules.Validation;

/// <summary>The cases that reach one table, and its rules as boxes over input facts alone.</summary>
/// <remarks>Conditions on results of earlier tables are replaced by the inputs that lead to them, so that no impossible combination counts.</remarks>
internal sealed class TableRegions
{
    private readonly Dictionary<int, List<Box>> _boxes;

    private TableRegions(RuleTable table, Region reached, Dictionary<int, List<Box>> boxes)
    {
        Table = table;
        Reached = reached;
        _boxes = boxes;
    }

    public RuleTable Table { get; }

    /// <summary>The cases for which the table is asked.</summary>
    public Region Reached { get; }

    /// <summary>The cases of <see cref="Reached"/> that no rule covers, <see cref="RuleTable.Otherwise"/> aside.</summary>
    public Region Uncovered => _uncovered ??= Reached.Subtract(AllBoxes);

    public IEnumerable<Box> AllBoxes => Table.Rules.SelectMany(BoxesOf);

    private Region? _uncovered;
    private List<(Rule First, Rule Second, Box Case)>? _conflicts;

    public IReadOnlyList<Box> BoxesOf(Rule rule) => _boxes[rule.Index];

    /// <summary>The rules in the order in which one hides the next; for unique and collect none does.</summary>
    public IEnumerable<Rule> HidingOrder => Table.HitPolicy == HitPolicy.Priority ? Table.Rules.OrderBy(rule => rule.Rank) : Table.Rules;

    public bool Hides => Table.HitPolicy is HitPolicy.First or HitPolicy.Priority;

    /// <summary>Works out all tables in order.</summary>
    /// <exception cref="RegionTooComplexException">A region needs too many boxes.</exception>
    public static IEnumerable<TableRegions> Of(RuleSet ruleSet)
    {
        var facts = Compilation.RuleBoxes.AllFacts(ruleSet);
        var reached = Region.Everything(facts);
        var results = new Dictionary<int, List<(ValueSet Value, Box Box)>>();
        foreach (var table in ruleSet.Tables)
        {
            var boxes = table.Rules.ToDictionary(
                rule => rule.Index,
                rule => Compilation.RuleBoxes.Of(rule, ruleSet, facts.Count).SelectMany(box => Resolve(box, ruleSet.Facts.Count, results)).ToList());
            var regions = new TableRegions(table, reached, boxes);
            yield return regions;

            reached = reached.Subtract(regions.Conflicts.Select(conflict => conflict.Case));
            if (table.Kind == TableKind.Scope)
            {
                reached = reached.With(regions.FiringRegions().Where(entry => !(entry.Rule?.Then is ScopeOutcome { Applies: false })).SelectMany(entry => entry.Region.Boxes))
                    .Subtract(regions.Conflicts.Select(conflict => conflict.Case));
            }
            else if (table.Result is { } result)
            {
                results[result.Index] = [.. regions.FiringRegions().SelectMany(entry => entry.Region.Boxes, (entry, box) => (ValueOf(result, entry.Rule), box))];
            }
        }
    }

    /// <summary>Pairs of rules that match a common case although they must not, with that part of the cases.</summary>
    public IReadOnlyList<(Rule First, Rule Second, Box Case)> Conflicts => _conflicts ??= [.. FindConflicts()];

    /// <summary>Which cases each rule decides; the entry without rule holds the cases nobody decides.</summary>
    public IEnumerable<(Rule? Rule, Region Region)> FiringRegions()
    {
        var rest = Reached;
        foreach (var rule in HidingOrder)
        {
            yield return (rule, rest.Intersect(BoxesOf(rule)));
            rest = rest.Subtract(BoxesOf(rule));
        }

        yield return (Table.Otherwise, rest);
    }

    /// <summary>The cases for which a rule of the table fires, conflicts aside.</summary>
    public Region FiresOn(Rule rule) =>
        rule.IsOtherwise ? Uncovered
        : Hides ? FiringRegions().First(entry => ReferenceEquals(entry.Rule, rule)).Region
        : Reached.Intersect(BoxesOf(rule));

    private IEnumerable<(Rule First, Rule Second, Box Case)> FindConflicts()
    {
        if (Hides)
        {
            yield break;
        }

        IEnumerable<IReadOnlyList<Rule>> groups = Table.HitPolicy == HitPolicy.Unique ? new[] { Table.Rules } : Table.Rules.GroupBy(rule => rule.Then.Key).Where(group => group.Key is not null).Select(group => group.ToArray());
        foreach (var group in groups)
        {
            foreach (var (first, second) in OverlapFinder.Pairs(group, BoxesOf))
            {
                foreach (var common in Common(first, second))
                {
                    yield return (first, second, common);
                }
            }
        }
    }

    private IEnumerable<Box> Common(Rule first, Rule second) =>
        from mine in BoxesOf(first)
        from theirs in BoxesOf(second)
        let common = mine.Intersect(theirs)
        where common is not null
        from reached in Reached.Boxes
        let inside = reached.Intersect(common)
        where inside is not null
        select inside;

    private static ValueSet ValueOf(FactDeclaration result, Rule? rule) =>
        rule?.Then is ResultOutcome outcome ? ValueSet.Of(result.FindChoice(outcome.Value)) : ValueSet.Missing;

    private static IEnumerable<Box> Resolve(Box box, int inputCount, Dictionary<int, List<(ValueSet Value, Box Box)>> results)
    {
        IEnumerable<Box> resolved = [box];
        foreach (var fact in results.Keys.Where(fact => fact >= inputCount && box[fact] is not null))
        {
            var side = box[fact]!;
            var sources = results[fact].Where(entry => side.IsSupersetOf(entry.Value)).Select(entry => entry.Box).ToList();
            resolved = [.. resolved.Select(part => part.With(fact, null)).SelectMany(_ => sources, (part, source) => part.Intersect(source)).OfType<Box>()];
        }

        return resolved;
    }
}
