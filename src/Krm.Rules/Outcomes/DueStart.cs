using Krm.Rules.Facts;

namespace Krm.Rules.Outcomes;

/// <summary>The day a period starts from.</summary>
/// <remarks>The day of receipt if both members are <c>null</c>.</remarks>
/// <param name="Fact">A date fact; <c>null</c> if another start counts.</param>
/// <param name="Duty">Identifier of the duty whose completion, or due date while it is open, starts the period; <c>null</c> if another start counts.</param>
public sealed record DueStart(FactDeclaration? Fact, string? Duty)
{
    /// <summary>The day of receipt.</summary>
    public static DueStart Received { get; } = new(null, null);
}
