namespace Krm.Rules.NRules.Tracing;

/// <summary>One step of a session of NRules, as its events tell it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="RuleName">Name of the rule in NRules.</param>
/// <param name="Rule">The rule of the rule set; <c>null</c> if it is the host's own.</param>
public sealed record TraceStep(TraceStepKind Kind, string RuleName, Rule? Rule)
{
    /// <summary>The step as a German sentence.</summary>
    public string ToGerman()
    {
        var name = Rule is null ? $"Eigene Regel „{RuleName}“" : $"Regel {Rule.Id} ({Rule.Citation})";
        return Kind switch
        {
            TraceStepKind.Matched => $"{name} trifft zu.",
            TraceStepKind.Fired => $"{name} gilt.",
            _ => $"{name} trifft zu, kommt aber nicht zum Zug.",
        };
    }
}
