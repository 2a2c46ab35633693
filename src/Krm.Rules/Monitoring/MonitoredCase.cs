namespace Krm.Rules.Monitoring;

/// <summary>A plan and what has happened so far.</summary>
/// <param name="Plan">The plan, worked out with the same history.</param>
/// <param name="History">The history.</param>
public readonly record struct MonitoredCase(CasePlan Plan, CaseHistory History);
