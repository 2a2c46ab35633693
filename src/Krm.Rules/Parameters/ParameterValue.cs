using NodaTime;

namespace Krm.Rules.Parameters;

/// <summary>A value of a parameter and the days of receipt it counts for.</summary>
/// <param name="Period">A period such as <c>P4W</c>, <c>15AT</c> or <c>P2Y</c>.</param>
/// <param name="ValidFrom">First day, inclusive; <c>null</c> for always before <paramref name="ValidTo"/>.</param>
/// <param name="ValidTo">Last day, inclusive; <c>null</c> for no end.</param>
public sealed record ParameterValue(string Period, LocalDate? ValidFrom, LocalDate? ValidTo)
{
    /// <summary>Whether the value counts for a case received on the day.</summary>
    public bool IsValidOn(LocalDate day) => !(ValidFrom > day) && !(ValidTo < day);
}
