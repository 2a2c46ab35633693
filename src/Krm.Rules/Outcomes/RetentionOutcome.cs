namespace Krm.Rules.Outcomes;

/// <summary>How long the data of the case are kept (Aufbewahrungsfrist).</summary>
/// <param name="Due">Period and start.</param>
/// <param name="FromYearEnd">Whether the period runs from the end of the calendar year its start falls into.</param>
/// <param name="Reason">German reason, for a clerk; may be empty.</param>
public sealed record RetentionOutcome(DueRule Due, bool FromYearEnd, string Reason) : Outcome;
