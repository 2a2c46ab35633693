namespace Krm.Rules.Outcomes;

/// <summary>What follows if a rule fires (Folge).</summary>
/// <remarks>A closed family, one kind per <see cref="TableKind"/>. Immutable; equal by content.</remarks>
public abstract record Outcome
{
    private protected Outcome()
    {
    }

    /// <summary>What two matching rules must not both produce: the duty or notice id; <c>null</c> if nothing.</summary>
    internal virtual string? Key => null;
}
