using Krm.Rules.Facts;

namespace Krm.Rules.Conditions;

/// <summary>Holds if at least one part holds; without parts it never holds.</summary>
/// <param name="Parts">The parts.</param>
public sealed record AnyCondition(IReadOnlyList<Condition> Parts) : Condition
{
    internal override IEnumerable<FactDeclaration> Facts => Parts.SelectMany(part => part.Facts);

    /// <summary>Whether the parts are equal, in order.</summary>
    public bool Equals(AnyCondition? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => Parts.Count;
}
