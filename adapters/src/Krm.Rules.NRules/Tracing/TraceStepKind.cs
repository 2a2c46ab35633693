namespace Krm.Rules.NRules.Tracing;

/// <summary>What happened to a rule in a session of NRules.</summary>
public enum TraceStepKind
{
    /// <summary>Its condition holds; it waits on the agenda (trifft zu).</summary>
    Matched,

    /// <summary>It fired (gilt).</summary>
    Fired,

    /// <summary>It left the agenda without having fired: another rule of its table went first (überholt).</summary>
    Overtaken,
}
