namespace Krm.Rules.Conditions;

/// <summary>A conjunction: for each fact, by its index, the allowed values, or <c>null</c> where every value will do.</summary>
/// <remarks>Evaluation, explanation and analysis all work on boxes: a rule fires exactly if a case lies in one of its boxes.</remarks>
internal sealed class Box(ValueSet?[] sides)
{
    public ValueSet?[] Sides { get; } = sides;

    public ValueSet? this[int fact] => fact < Sides.Length ? Sides[fact] : null;

    public static Box Everything(int factCount) => new(new ValueSet?[factCount]);

    /// <summary>The common part, or <c>null</c> if there is none.</summary>
    public Box? Intersect(Box other)
    {
        var sides = new ValueSet?[Sides.Length];
        for (var fact = 0; fact < sides.Length; fact++)
        {
            var mine = Sides[fact];
            var theirs = other.Sides[fact];
            sides[fact] = mine is null ? theirs : theirs is null ? mine : mine.Intersect(theirs);
            if (sides[fact] is { IsEmpty: true })
            {
                return null;
            }
        }

        return new Box(sides);
    }

    public bool Overlaps(Box other)
    {
        for (var fact = 0; fact < Sides.Length; fact++)
        {
            if (Sides[fact] is { } mine && other.Sides[fact] is { } theirs && !mine.Overlaps(theirs))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same box with one side replaced.</summary>
    public Box With(int fact, ValueSet? side)
    {
        var sides = (ValueSet?[])Sides.Clone();
        sides[fact] = side;
        return new Box(sides);
    }
}
