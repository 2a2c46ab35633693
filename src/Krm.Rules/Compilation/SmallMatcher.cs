using Krm.Rules.Facts;

namespace Krm.Rules.Compilation;

/// <summary>Decides rule sets of at most 64 boxes: one bit a box, one look-up a fact for all tables at once.</summary>
/// <remarks>
/// Immutable for its callers and thread-safe. Most rule sets of a department are that small. The boxes a case lies in decide
/// everything that follows, so that the outcome of each such set is kept once it was worked out: a case costs one look-up a
/// fact and one more. What is kept is bounded; a set that finds no place is worked out again.
/// </remarks>
internal sealed class SmallMatcher
{
    private const int LargestSize = 64;
    private const int PlaceBits = 10;

    private readonly DenseColumn[] _dense;
    private readonly ulong[] _denseMasks;
    private readonly SearchedColumn[] _searched;
    private readonly Step[] _steps;
    private readonly int[] _rules;
    private readonly ulong _all;

    /// <summary>Boxes of a scope that is asked first and has nothing but exclusions; 0 if there is none.</summary>
    private readonly ulong _exclusions;

    /// <summary>Written without a lock: whoever comes second works the same out again.</summary>
    private readonly Outcome?[] _known = new Outcome?[1 << PlaceBits];

    private SmallMatcher(List<(int Fact, FactClassifier Classifier, ulong[] Masks)> columns, Step[] steps, int[] rules)
    {
        var dense = columns.Where(column => column.Classifier.IsDense).ToArray();
        _denseMasks = [.. dense.SelectMany(column => column.Masks)];
        _dense = new DenseColumn[dense.Length];
        for (int index = 0, first = 0; index < dense.Length; first += dense[index++].Masks.Length)
        {
            _dense[index] = new DenseColumn(dense[index].Fact, first);
        }

        _searched = [.. columns.Where(column => !column.Classifier.IsDense).Select(column => new SearchedColumn(column.Fact, column.Classifier, column.Masks))];
        _steps = steps;
        _rules = rules;
        _all = rules.Length == LargestSize ? ulong.MaxValue : (1UL << rules.Length) - 1;
        _exclusions = steps.Length > 0 && steps[0] is { IsScope: true, Excludes: true } ? steps[0].Mask : 0;
    }

    /// <summary>The matcher, or <c>null</c> if the rule set has too many boxes or needs a check of every case for conflicts.</summary>
    public static SmallMatcher? Create(RuleSet ruleSet, CompiledTable[] tables, IReadOnlyList<RuleBox>[] boxes, FactClassifier[] classifiers)
    {
        var all = boxes.SelectMany(list => list).ToArray();
        if (all.Length > LargestSize || MayCollide(tables, boxes))
        {
            return null;
        }

        ulong[] Masks(int fact) =>
            [.. Enumerable.Range(0, classifiers[fact].ClassCount).Select(valueClass => MaskOf(all, fact, classifiers[fact].Representative(valueClass)))];
        var columns = ruleSet.Facts.Where(fact => Array.Exists(all, box => box.Box[fact.Index] is not null))
            .Select(fact => (fact.Index, classifiers[fact.Index], Masks(fact.Index))).ToList();
        var steps = new Step[tables.Length];
        var first = 0;
        for (var index = 0; index < tables.Length; index++)
        {
            var count = boxes[index].Count;
            var mask = count == 0 ? 0 : ulong.MaxValue >> (LargestSize - count) << first;
            steps[index] = new Step(tables[index], mask, tables[index].ResultFact == CompiledTable.None ? [] : Masks(tables[index].ResultFact));
            first += count;
        }

        return new SmallMatcher(columns, steps, Array.ConvertAll(all, box => box.Rule));
    }

    /// <inheritdoc cref="CompiledRuleSet.Decide"/>
    public int Decide(ReadOnlySpan<FactValue> facts, Span<int> fired)
    {
        var standing = _all;
        var masks = _denseMasks;
        foreach (ref readonly var column in _dense.AsSpan())
        {
            standing &= masks[column.First + facts[column.Fact].DenseClass];
        }

        foreach (ref readonly var column in _searched.AsSpan())
        {
            standing &= column.Masks[column.Classifier.ClassOf(facts[column.Fact].Code)];
        }

        var excluding = standing & _exclusions;
        if (excluding != 0)
        {
            fired[0] = _rules[BitScan.Lowest(excluding)];
            return 1;
        }

        ref var place = ref _known[(int)((standing * 0x9E3779B97F4A7C15UL) >> (64 - PlaceBits))];
        if (place is not { } known || known.Standing != standing)
        {
            var count = WorkOut(standing, fired);
            place ??= new Outcome(standing, fired.Slice(0, count).ToArray());
            return count;
        }

        known.Fired.AsSpan().CopyTo(fired);
        return known.Fired.Length;
    }

    private int WorkOut(ulong standing, Span<int> fired)
    {
        var rules = _rules;
        var count = 0;
        foreach (ref readonly var step in _steps.AsSpan())
        {
            var bits = standing & step.Mask;
            var before = count;
            if (bits == 0)
            {
                if (step.Otherwise != CompiledTable.None)
                {
                    fired[count++] = step.Otherwise;
                }
            }
            else if (step.IsCollect)
            {
                var last = CompiledTable.None;
                do
                {
                    var rule = rules[BitScan.Lowest(bits)];
                    if (rule != last)
                    {
                        fired[count++] = rule;
                        last = rule;
                    }

                    bits &= bits - 1;
                }
                while (bits != 0);
            }
            else
            {
                fired[count++] = rules[BitScan.Lowest(bits)];
            }

            if (step.Results is not { } results)
            {
                continue;
            }

            var result = count == before ? 0 : results[fired[before] - step.FirstRule];
            if (!step.IsScope)
            {
                standing &= step.ResultMasks[result];
            }
            else if (count > before && result == 0)
            {
                return count;
            }
        }

        return count;
    }

    /// <summary>Whether two rules could match together where only one may; then every case has to be checked.</summary>
    private static bool MayCollide(CompiledTable[] tables, IReadOnlyList<RuleBox>[] boxes)
    {
        for (var index = 0; index < tables.Length; index++)
        {
            var table = tables[index];
            var isUnique = table.Table.HitPolicy == HitPolicy.Unique;
            if (!isUnique && table.KeyCount == 0)
            {
                continue;
            }

            int KeyOf(RuleBox box) => isUnique ? 0 : table.Keys[box.Rule - table.FirstRule];
            foreach (var one in boxes[index])
            {
                if (boxes[index].Any(other => other.Rule > one.Rule && KeyOf(one) == KeyOf(other) && one.Box.Overlaps(other.Box)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static ulong MaskOf(RuleBox[] boxes, int fact, long code)
    {
        var mask = 0UL;
        for (var index = 0; index < boxes.Length; index++)
        {
            if (boxes[index].Box[fact]?.Contains(code) ?? true)
            {
                mask |= 1UL << index;
            }
        }

        return mask;
    }

    private readonly struct DenseColumn(int fact, int first)
    {
        public int Fact { get; } = fact;

        /// <summary>Where the masks of the fact begin.</summary>
        public int First { get; } = first;
    }

    private readonly struct SearchedColumn(int fact, FactClassifier classifier, ulong[] masks)
    {
        public int Fact { get; } = fact;

        public FactClassifier Classifier { get; } = classifier;

        public ulong[] Masks { get; } = masks;
    }

    private sealed class Outcome(ulong standing, int[] fired)
    {
        public ulong Standing { get; } = standing;

        public int[] Fired { get; } = fired;
    }

    private readonly struct Step(CompiledTable table, ulong mask, ulong[] resultMasks)
    {
        public ulong Mask { get; } = mask;

        public int Otherwise { get; } = table.Otherwise;

        public bool IsCollect { get; } = table.Table.HitPolicy == HitPolicy.Collect;

        public bool IsScope { get; } = table.IsScope;

        /// <summary>Whether each of its rules, the row "otherwise" aside, says that the procedure does not apply.</summary>
        public bool Excludes { get; } = table.IsScope && table.Results.Take(table.Table.Rules.Count).All(result => result == 0);

        public int FirstRule { get; } = table.FirstRule;

        /// <summary>By rule less <see cref="FirstRule"/>; <c>null</c> where nothing follows from the result.</summary>
        public int[]? Results { get; } = table.IsScope || table.ResultFact != CompiledTable.None ? table.Results : null;

        public ulong[] ResultMasks { get; } = resultMasks;
    }
}
