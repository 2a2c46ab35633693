using Krm.Rules.Facts;

namespace Krm.Rules.Conditions;

/// <summary>Turns conditions into boxes (disjunctive normal form).</summary>
internal static class BoxBuilder
{
    /// <summary>A condition that needs more boxes than this is refused when a rule set is read.</summary>
    public const int Limit = 4096;

    /// <summary>The boxes of a condition, or <c>null</c> if it needs more than <see cref="Limit"/>.</summary>
    public static List<Box>? Build(Condition condition, int factCount)
    {
        try
        {
            return Build(condition, factCount, negated: false);
        }
        catch (TooManyBoxesException)
        {
            return null;
        }
    }

    private static List<Box> Build(Condition condition, int factCount, bool negated) => condition switch
    {
        FactCondition fact => Single(fact.Fact, fact.Allowed, factCount, negated),
        NotCondition not => Build(not.Inner, factCount, !negated),
        AllCondition all => negated ? Any(all.Parts, factCount, negated) : All(all.Parts, factCount, negated),
        AnyCondition any => negated ? All(any.Parts, factCount, negated) : Any(any.Parts, factCount, negated),
        _ => throw new InvalidOperationException("Unknown kind of condition."),
    };

    private static List<Box> Single(FactDeclaration fact, ValueSet allowed, int factCount, bool negated)
    {
        var side = negated ? allowed.ComplementIn(fact.Domain) : allowed.Intersect(fact.Domain);
        return side.IsEmpty ? [] : [Box.Everything(factCount).With(fact.Index, side.Equals(fact.Domain) ? null : side)];
    }

    private static List<Box> Any(IReadOnlyList<Condition> parts, int factCount, bool negated)
    {
        var boxes = new List<Box>();
        foreach (var part in parts)
        {
            boxes.AddRange(Build(part, factCount, negated));
            Check(boxes.Count);
        }

        return boxes;
    }

    private static List<Box> All(IReadOnlyList<Condition> parts, int factCount, bool negated)
    {
        var boxes = new List<Box> { Box.Everything(factCount) };
        foreach (var part in parts)
        {
            var others = Build(part, factCount, negated);
            Check((long)boxes.Count * others.Count);
            boxes = [.. boxes.SelectMany(_ => others, (box, other) => box.Intersect(other)).OfType<Box>()];
        }

        return boxes;
    }

    private static void Check(long count)
    {
        if (count > Limit)
        {
            throw new TooManyBoxesException();
        }
    }

    private sealed class TooManyBoxesException : Exception;
}
