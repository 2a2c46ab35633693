using Krm.Rules.Conditions;

namespace Krm.Rules.Compilation;

/// <summary>One box of a rule, in the order in which the hit policy looks at rules.</summary>
/// <param name="Rule">Index of the rule in the rule set.</param>
/// <param name="Box">The box; validity over time is its side for the day of receipt.</param>
internal sealed record RuleBox(int Rule, Box Box);
