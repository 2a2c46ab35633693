using Krm.Rules.Outcomes;

namespace Krm.Rules.Monitoring;

/// <summary>How one duty stands at a moment.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="State">Its state.</param>
/// <param name="Stage">The highest stage of escalation reached; <c>null</c> if none or nothing is left to do.</param>
public readonly record struct DutyStatus(Duty Duty, DutyState State, EscalationStage? Stage);
