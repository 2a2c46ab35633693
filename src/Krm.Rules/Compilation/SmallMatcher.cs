using Krm.Rules.Facts;

namespace Krm.Rules.Compilation;

/// <summary>Decides rule sets of at most 64 boxes: one bit a box, one look-up a fact for all tables at once.</summary>
/// <remarks>Immutable and thread-safe. Most rule sets of a department are that small.</remarks>
internal sealed class SmallMatcher
{
    private const int LargestSize = 64;

    private readonly Column[] _columns;
    private readonly Step[] _steps;
    private readonly int[] _rules;
    private readonly ulong _all;

    private SmallMatcher(Column[] columns, Step[] steps, int[] rules)
    {
        _columns = columns;
        _steps = steps;
        _rules = rules;
        _all = rules.Length == LargestSize ? ulong.MaxValue : (1UL << rules.Length) - 1;
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
            .Select(fact => new Column(fact.Index, classifiers[fact.Index], Masks(fact.Index)));
        var steps = new Step[tables.Length];
        var first = 0;
        for (var index = 0; index < tables.Length; index++)
        {
            var count = boxes[index].Count;
            var mask = count == 0 ? 0 : ulong.MaxValue >> (LargestSize - count) << first;
            steps[index] = new Step(tables[index], mask, tables[index].ResultFact == CompiledTable.None ? [] : Masks(tables[index].ResultFact));
            first += count;
        }

        return new SmallMatcher([.. columns], steps, Array.ConvertAll(all, box => box.Rule));
    }

    /// <inheritdoc cref="CompiledRuleSet.Decide"/>
    public int Decide(ReadOnlySpan<FactValue> facts, Span<int> fired)
    {
        var standing = _all;
        foreach (ref readonly var column in _columns.AsSpan())
        {
            standing &= column.MaskOf(facts[column.Fact]);
        }

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

    private readonly struct Column(int fact, FactClassifier classifier, ulong[] masks)
    {
        private readonly FactClassifier? _classifier = classifier.IsDense ? null : classifier;
        private readonly ulong[] _masks = masks;

        public int Fact { get; } = fact;

        public ulong MaskOf(FactValue value) =>
            _masks[_classifier is null ? (value.IsMissing ? 0 : (int)value.Code + 1) : _classifier.ClassOf(value.Code)];
    }

    private readonly struct Step(CompiledTable table, ulong mask, ulong[] resultMasks)
    {
        public ulong Mask { get; } = mask;

        public int Otherwise { get; } = table.Otherwise;

        public bool IsCollect { get; } = table.Table.HitPolicy == HitPolicy.Collect;

        public bool IsScope { get; } = table.IsScope;

        public int FirstRule { get; } = table.FirstRule;

        /// <summary>By rule less <see cref="FirstRule"/>; <c>null</c> where nothing follows from the result.</summary>
        public int[]? Results { get; } = table.IsScope || table.ResultFact != CompiledTable.None ? table.Results : null;

        public ulong[] ResultMasks { get; } = resultMasks;
    }
}
