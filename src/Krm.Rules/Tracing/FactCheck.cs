using Krm.Rules.Facts;

namespace Krm.Rules.Tracing;

/// <summary>One fact a rule asks about: what it needs and what the case has.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Required">What the rule needs, in German.</param>
/// <param name="Actual">What the case has, in German.</param>
/// <param name="IsMet">Whether it fits.</param>
public sealed record FactCheck(FactDeclaration Fact, string Required, string Actual, bool IsMet);
