namespace Krm.Rules.Compilation;

/// <summary>Builds the index over the boxes of a table, so that cost does not grow with rules that cannot match.</summary>
internal sealed class MatchTreeBuilder(FactClassifier[] classifiers)
{
    private const int LeafSize = 64;
    private const int LargestDepth = 8;

    // A split may copy boxes that do not ask about its fact, but not multiply the whole table.
    private const int LargestGrowth = 4;

    private readonly Dictionary<string, MaskColumns> _shared = new(StringComparer.Ordinal);

    public MatchNode Build(IReadOnlyList<RuleBox> boxes) => Build([.. boxes], [], boxes.Count * LargestGrowth);

    private MatchNode Build(RuleBox[] boxes, HashSet<int> split, int budget)
    {
        if (boxes.Length <= LeafSize || split.Count == LargestDepth || ChooseFact(boxes, split, budget) is not { } fact)
        {
            return Leaf(boxes, split);
        }

        var groups = Group(boxes, fact);
        var children = new MatchNode[groups.Length];
        var inner = new HashSet<int>(split) { fact };
        for (var index = 0; index < groups.Length; index++)
        {
            children[index] = Build([.. groups[index]], inner, groups[index].Count * LargestGrowth);
        }

        return MatchNode.Split(fact, children);
    }

    private MatchNode Leaf(RuleBox[] boxes, HashSet<int> split)
    {
        var facts = Enumerable.Range(0, classifiers.Length).Where(fact => !split.Contains(fact) && Array.Exists(boxes, box => box.Box[fact] is not null));
        return MatchNode.Leaf(boxes, Share([.. facts.Select(fact => MaskColumn.Create(fact, classifiers[fact], boxes))]));
    }

    /// <summary>Units with rules of the same shape use the same columns, which then stay in the processor's cache.</summary>
    private MaskColumns Share(MaskColumn[] columns)
    {
        var signature = string.Join(";", columns.Select(column => column.Signature));
        if (!_shared.TryGetValue(signature, out var known))
        {
            _shared.Add(signature, known = new MaskColumns(columns));
        }

        return known;
    }

    /// <summary>The fact whose split leaves the fewest boxes in the worst child without copying too many.</summary>
    private int? ChooseFact(RuleBox[] boxes, HashSet<int> split, int budget)
    {
        int? best = null;
        var smallest = boxes.Length / 2;
        for (var fact = 0; fact < classifiers.Length; fact++)
        {
            if (split.Contains(fact) || Array.TrueForAll(boxes, box => box.Box[fact] is null))
            {
                continue;
            }

            var groups = Group(boxes, fact);
            var worst = groups.Max(group => group.Count);
            if (worst < smallest && groups.Sum(group => (long)group.Count) <= budget)
            {
                best = fact;
                smallest = worst;
            }
        }

        return best;
    }

    private List<RuleBox>[] Group(RuleBox[] boxes, int fact)
    {
        var classifier = classifiers[fact];
        var groups = new List<RuleBox>[classifier.ClassCount];
        for (var valueClass = 0; valueClass < groups.Length; valueClass++)
        {
            groups[valueClass] = [];
        }

        foreach (var box in boxes)
        {
            if (box.Box[fact] is not { } side)
            {
                foreach (var group in groups)
                {
                    group.Add(box);
                }

                continue;
            }

            if (side.IncludesMissing)
            {
                groups[0].Add(box);
            }

            for (var index = 0; index < side.RangeCount; index++)
            {
                var (from, to) = side.GetRange(index);
                for (var valueClass = classifier.ClassOf(from); valueClass < groups.Length && classifier.Representative(valueClass) <= to; valueClass++)
                {
                    groups[valueClass].Add(box);
                }
            }
        }

        return groups;
    }
}
