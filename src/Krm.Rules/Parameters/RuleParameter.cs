using Krm.Rules.Sources;
using NodaTime;

namespace Krm.Rules.Parameters;

/// <summary>A period that rules refer to by name (Parameter), with its validity over time.</summary>
/// <param name="Name">Name, unique in the rule set.</param>
/// <param name="Label">German label.</param>
/// <param name="Status">How well founded the value is.</param>
/// <param name="Citation">Where the value is named or left open; <c>null</c> if nowhere.</param>
/// <param name="Values">The values in the order of the file; their validities do not overlap.</param>
public sealed record RuleParameter(
    string Name, string Label, ParameterStatus Status, Citation? Citation, IReadOnlyList<ParameterValue> Values)
{
    /// <summary>The period that counts for a case received on the day; <c>null</c> if none does.</summary>
    public string? PeriodOn(LocalDate day) => Values.FirstOrDefault(value => value.IsValidOn(day))?.Period;

    /// <summary>Whether name, label, status, citation and values are equal.</summary>
    public bool Equals(RuleParameter? other) =>
        other is not null && Name == other.Name && Label == other.Label && Status == other.Status
        && Equals(Citation, other.Citation) && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}
