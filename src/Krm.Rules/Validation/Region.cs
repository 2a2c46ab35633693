using Krm.Rules.Conditions;
using Krm.Rules.Facts;

namespace Krm.Rules.Validation;

/// <summary>A set of cases as disjoint boxes; exact, because every fact has an ordered domain.</summary>
internal sealed class Region
{
    /// <summary>More boxes than this are not handled.</summary>
    public const int Limit = 50_000;

    private readonly IReadOnlyList<FactDeclaration> _facts;

    private Region(IReadOnlyList<FactDeclaration> facts, IReadOnlyList<Box> boxes)
    {
        _facts = facts;
        Boxes = boxes;
    }

    /// <summary>Disjoint boxes.</summary>
    public IReadOnlyList<Box> Boxes { get; }

    public bool IsEmpty => Boxes.Count == 0;

    public static Region Everything(IReadOnlyList<FactDeclaration> facts) => new(facts, [Box.Everything(facts.Count)]);

    public Region With(IEnumerable<Box> disjoint) => new(_facts, [.. disjoint]);

    /// <summary>The cases of this region that lie in none of the boxes.</summary>
    public Region Subtract(IEnumerable<Box> boxes) => With(boxes.Aggregate(Boxes, Subtract));

    /// <summary>The cases of this region that lie in at least one of the boxes, which may overlap.</summary>
    public Region Intersect(IEnumerable<Box> boxes)
    {
        var found = new List<Box>();
        IReadOnlyList<Box> rest = Boxes;
        foreach (var box in boxes)
        {
            found.AddRange(rest.Select(box.Intersect).OfType<Box>());
            rest = Subtract(rest, box);
            Check(found.Count + rest.Count);
        }

        return With(found);
    }

    public bool Overlaps(Box box) => Boxes.Any(box.Overlaps);

    private IReadOnlyList<Box> Subtract(IReadOnlyList<Box> boxes, Box cut)
    {
        if (!boxes.Any(cut.Overlaps))
        {
            return boxes;
        }

        var pieces = new List<Box>();
        foreach (var box in boxes)
        {
            if (cut.Overlaps(box))
            {
                Cut(box, cut, pieces);
            }
            else
            {
                pieces.Add(box);
            }
        }

        Check(pieces.Count);
        return pieces;
    }

    private void Cut(Box box, Box cut, List<Box> pieces)
    {
        var rest = box;
        for (var fact = 0; fact < _facts.Count; fact++)
        {
            if (cut[fact] is not { } side)
            {
                continue;
            }

            var whole = rest[fact] ?? _facts[fact].Domain;
            var outside = side.ComplementIn(whole);
            if (!outside.IsEmpty)
            {
                pieces.Add(rest.With(fact, outside));
                rest = rest.With(fact, whole.Intersect(side));
            }
        }
    }

    private static void Check(int count)
    {
        if (count > Limit)
        {
            throw new RegionTooComplexException();
        }
    }
}
