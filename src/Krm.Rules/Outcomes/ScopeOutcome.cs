namespace Krm.Rules.Outcomes;

/// <summary>The procedure applies to the case, or not and why.</summary>
/// <param name="Applies">Whether the procedure applies.</param>
/// <param name="Reason">German reason, for a clerk.</param>
public sealed record ScopeOutcome(bool Applies, string Reason) : Outcome;
