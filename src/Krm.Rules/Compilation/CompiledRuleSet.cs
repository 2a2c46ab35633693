using Krm.Rules.Conditions;
using Krm.Rules.Facts;
using Krm.Rules.Outcomes;

namespace Krm.Rules.Compilation;

/// <summary>A rule set compiled to classifiers and indexes; deciding a case allocates nothing.</summary>
/// <remarks>Immutable and thread-safe. Cost per case: one table look-up per fact used, then per table a descent and a few bit operations.</remarks>
internal sealed class CompiledRuleSet
{
    private readonly FactClassifier[] _classifiers;
    private readonly int[] _usedFacts;
    private readonly CompiledTable[] _tables;
    private readonly Rule[] _rules;
    private readonly SmallMatcher? _small;

    public CompiledRuleSet(RuleSet ruleSet)
    {
        var facts = RuleBoxes.AllFacts(ruleSet);
        var boxes = ruleSet.Tables.Select(table => RuleBoxes.Of(table, ruleSet, facts.Count)).ToArray();
        var sides = facts.Select(fact => new HashSet<ValueSet>(boxes.SelectMany(list => list).Select(entry => entry.Box[fact.Index]).OfType<ValueSet>())).ToArray();
        _classifiers = [.. facts.Select(fact => FactClassifier.Create(fact, sides[fact.Index]))];
        _usedFacts = [.. ruleSet.Facts.Where(fact => sides[fact.Index].Count > 0).Select(fact => fact.Index)];
        var builder = new MatchTreeBuilder(_classifiers);
        _tables = [.. ruleSet.Tables.Select((table, index) => Compile(table, builder.Build(boxes[index])))];
        _small = SmallMatcher.Create(ruleSet, _tables, boxes, _classifiers);
        _rules = [.. ruleSet.Rules];
        InputCount = ruleSet.Facts.Count;
        MaximumFired = ruleSet.Tables.Sum(table => table.HitPolicy == HitPolicy.Collect ? Math.Max(table.Rules.Count, 1) : 1);
    }

    /// <summary>Number of facts a case is described by, the day of receipt included.</summary>
    public int InputCount { get; }

    /// <summary>The most rules that can fire for one case.</summary>
    public int MaximumFired { get; }

    /// <summary>Writes the indexes of the fired rules, table by table, and returns how many.</summary>
    /// <exception cref="RuleConflictException">Two rules match where the hit policy allows one.</exception>
    public int Decide(ReadOnlySpan<FactValue> facts, Span<int> fired) =>
        _small is null ? DecideByIndex(facts, fired) : _small.Decide(facts, fired);

    private int DecideByIndex(ReadOnlySpan<FactValue> facts, Span<int> fired)
    {
        Span<int> classes = stackalloc int[_classifiers.Length];
        foreach (var fact in _usedFacts)
        {
            classes[fact] = _classifiers[fact].ClassOf(facts[fact].Code);
        }

        var count = 0;
        foreach (var table in _tables)
        {
            var before = count;
            var node = table.Root;
            while (node.Children is { } children)
            {
                node = children[classes[node.SplitFact]];
            }

            count = table.Policy switch
            {
                HitPolicy.Collect => Collect(table, node, classes, fired, count),
                HitPolicy.Unique => Unique(table, node, classes, fired, count),
                _ => First(node, classes, fired, count),
            };
            if (count == before && table.Otherwise != CompiledTable.None)
            {
                fired[count++] = table.Otherwise;
            }

            if (table.ResultFact != CompiledTable.None)
            {
                classes[table.ResultFact] = count == before ? 0 : table.Results[fired[before] - table.FirstRule];
            }
            else if (table.IsScope && count > before && table.Results[fired[before] - table.FirstRule] == 0)
            {
                return count;
            }
        }

        return count;
    }

    private static int First(MatchNode node, ReadOnlySpan<int> classes, Span<int> fired, int count)
    {
        for (var word = 0; word < node.Words; word++)
        {
            var bits = node.Match(classes, word);
            if (bits != 0)
            {
                fired[count] = node.Rules[(word << 6) + BitScan.Lowest(bits)];
                return count + 1;
            }
        }

        return count;
    }

    private int Unique(CompiledTable table, MatchNode node, ReadOnlySpan<int> classes, Span<int> fired, int count)
    {
        var found = CompiledTable.None;
        for (var word = 0; word < node.Words; word++)
        {
            for (var bits = node.Match(classes, word); bits != 0; bits &= bits - 1)
            {
                var rule = node.Rules[(word << 6) + BitScan.Lowest(bits)];
                if (found != CompiledTable.None && found != rule)
                {
                    throw new RuleConflictException(table.Table.Name, _rules[found].Id, _rules[rule].Id);
                }

                found = rule;
            }
        }

        if (found != CompiledTable.None)
        {
            fired[count++] = found;
        }

        return count;
    }

    private int Collect(CompiledTable table, MatchNode node, ReadOnlySpan<int> classes, Span<int> fired, int count)
    {
        var start = count;
        for (var word = 0; word < node.Words; word++)
        {
            for (var bits = node.Match(classes, word); bits != 0; bits &= bits - 1)
            {
                var rule = node.Rules[(word << 6) + BitScan.Lowest(bits)];
                if (count > start && fired[count - 1] == rule)
                {
                    continue;
                }

                fired[count++] = rule;
            }
        }

        if (table.KeyCount > 0 && count - start > 1)
        {
            CheckKeys(table, fired.Slice(start, count - start));
        }

        return count;
    }

    private void CheckKeys(CompiledTable table, ReadOnlySpan<int> fired)
    {
        Span<ulong> seen = stackalloc ulong[(table.KeyCount + 63) / 64];
        foreach (var rule in fired)
        {
            var key = table.Keys[rule - table.FirstRule];
            if ((seen[key >> 6] & (1UL << (key & 63))) != 0)
            {
                throw Conflict(table, fired, rule);
            }

            seen[key >> 6] |= 1UL << (key & 63);
        }
    }

    // Apart from the loop, so that its closure is not made for every case.
    private RuleConflictException Conflict(CompiledTable table, ReadOnlySpan<int> fired, int rule)
    {
        var key = table.Keys[rule - table.FirstRule];
        var other = Array.Find(fired.ToArray(), earlier => table.Keys[earlier - table.FirstRule] == key);
        return new RuleConflictException(table.Table.Name, _rules[other].Id, _rules[rule].Id);
    }

    private static CompiledTable Compile(RuleTable table, MatchNode root)
    {
        var rules = table.Otherwise is null ? table.Rules : [.. table.Rules, table.Otherwise];
        var names = rules.Select(rule => rule.Then.Key).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            positions.Add(name, positions.Count);
        }

        return new CompiledTable(
            table,
            root,
            [.. rules.Select(rule => rule.Then.Key is { } key ? positions[key] : CompiledTable.None)],
            positions.Count,
            [.. rules.Select(rule => ResultOf(rule, table))]);
    }

    private static int ResultOf(Rule rule, RuleTable table) => rule.Then switch
    {
        ScopeOutcome scope => scope.Applies ? 1 : 0,
        ResultOutcome result => table.Result!.FindChoice(result.Value) + 1,
        _ => CompiledTable.None,
    };
}
