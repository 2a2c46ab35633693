using Krm.Rules.Facts;

namespace Krm.Rules.Conditions;

/// <summary>Holds if the value of one fact belongs to a set.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Allowed">The values for which the condition holds.</param>
public sealed record FactCondition(FactDeclaration Fact, ValueSet Allowed) : Condition
{
    internal override IEnumerable<FactDeclaration> Facts => [Fact];
}
