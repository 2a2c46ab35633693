using System.Diagnostics.CodeAnalysis;
using Krm.Calendar.Holidays;

namespace Krm.Calendar.Deadlines.Policies;

/// <summary>Whose law of administrative procedure applies to an act: the Federation's or a Land's.</summary>
/// <remarks>Text form: <c>BUND</c> or the code of a Land. The default value is the Federation.</remarks>
public readonly record struct ActLaw
{
    private const string FederationText = "BUND";

    private ActLaw(Bundesland land) => Land = land;

    /// <summary>The law of the Federation.</summary>
    public static ActLaw Federation => default;

    /// <summary>The Land, or null for the Federation.</summary>
    public Bundesland? Land { get; }

    /// <summary>The law of a Land.</summary>
    /// <param name="land">The Land.</param>
    /// <returns>Its law.</returns>
    public static ActLaw Of(Bundesland land) => new(land);

    /// <summary>Reads <c>BUND</c> or the code of a Land.</summary>
    /// <param name="text">The text, or null.</param>
    /// <param name="law">The law; the Federation's where the result is false.</param>
    /// <returns>Whether the text names a law.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ActLaw law)
    {
        bool isLand = Bundeslaender.TryParse(text, out Bundesland land);
        law = isLand ? Of(land) : Federation;
        return isLand || string.Equals(text, FederationText, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The text form.</summary>
    /// <returns><c>BUND</c> or two letters.</returns>
    public override string ToString() => Land is { } land ? land.Code() : FederationText;
}
