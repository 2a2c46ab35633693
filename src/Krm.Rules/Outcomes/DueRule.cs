using Krm.Rules.Parameters;

namespace Krm.Rules.Outcomes;

/// <summary>How a due date follows: a period from a start under a regime.</summary>
/// <param name="Period">A period such as <c>P4W</c> or <c>3AT</c>; <c>null</c> if a parameter names it.</param>
/// <param name="Parameter">The parameter that names the period; <c>null</c> if <paramref name="Period"/> does.</param>
/// <param name="Start">The day the period starts from.</param>
/// <param name="Regime">The law that decides start and end, as <c>krm deadline</c> writes it; <c>service</c> is an authority's own target.</param>
/// <param name="IsBackward">Whether the period runs backward from its start.</param>
/// <param name="Shift">Whether an end on a Saturday, Sunday or holiday moves to the next working day; <c>null</c> leaves it to the regime.</param>
public sealed record DueRule(string? Period, RuleParameter? Parameter, DueStart Start, string Regime, bool IsBackward, bool? Shift)
{
    /// <summary>The regime of an authority's own targets.</summary>
    public const string ServiceRegime = "service";
}
