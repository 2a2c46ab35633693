using Krm.Rules.Outcomes;

namespace Krm.Rules;

/// <summary>Where a case goes, and by which rule.</summary>
/// <param name="To">The unit or role that gets it.</param>
/// <param name="Via">The way; may be empty.</param>
/// <param name="Rule">The rule.</param>
public sealed record CaseRoute(string To, string Via, Rule Rule)
{
    internal static CaseRoute Of(Rule rule) => new(((RouteOutcome)rule.Then).To, ((RouteOutcome)rule.Then).Via, rule);
}
