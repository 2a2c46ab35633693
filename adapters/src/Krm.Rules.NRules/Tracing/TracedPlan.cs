namespace Krm.Rules.NRules.Tracing;

/// <summary>A plan and the steps of the session it came from.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Steps">The steps in the order of the events.</param>
public sealed record TracedPlan(CasePlan Plan, IReadOnlyList<TraceStep> Steps);
