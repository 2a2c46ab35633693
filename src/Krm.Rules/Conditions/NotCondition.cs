using Krm.Rules.Facts;

namespace Krm.Rules.Conditions;

/// <summary>Holds if the inner condition does not.</summary>
/// <param name="Inner">The condition that must not hold.</param>
public sealed record NotCondition(Condition Inner) : Condition
{
    internal override IEnumerable<FactDeclaration> Facts => Inner.Facts;
}
