namespace Krm.Rules.Outcomes;

/// <summary>The result of a priority or decision table.</summary>
/// <param name="Value">One of the values the table declares.</param>
/// <param name="Reason">German reason, for a clerk; may be empty.</param>
public sealed record ResultOutcome(string Value, string Reason) : Outcome;
