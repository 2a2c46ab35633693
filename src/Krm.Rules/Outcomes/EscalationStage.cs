namespace Krm.Rules.Outcomes;

/// <summary>One step of the escalation of a duty (Eskalationsstufe).</summary>
/// <param name="WorkingDays">Working days after the due date; negative for before, 0 for the due date itself.</param>
/// <param name="Notify">Role to tell.</param>
/// <param name="Label">German name of the stage.</param>
public sealed record EscalationStage(int WorkingDays, string Notify, string Label);
