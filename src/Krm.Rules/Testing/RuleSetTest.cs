using NodaTime;

namespace Krm.Rules.Testing;

/// <summary>A test case kept inside a rule set (Prüffall): a case and what the rules have to make of it.</summary>
/// <param name="Name">German name, unique in the rule set.</param>
/// <param name="Received">Day of receipt.</param>
/// <param name="Facts">Facts by name, as data write them; the others take their defaults.</param>
/// <param name="Expected">What has to come out.</param>
public sealed record RuleSetTest(string Name, LocalDate Received, IReadOnlyDictionary<string, string> Facts, RuleSetExpectation Expected)
{
    /// <summary>Time of receipt on the clock in Germany; <c>null</c> if the test names the day alone.</summary>
    public LocalTime? ReceivedTime { get; init; }

    /// <summary>The sentence of the source document the test proves; may be empty.</summary>
    public string Quote { get; init; } = "";

    /// <summary>Code of the Bundesland whose calendar counts; empty for the one of the rule set.</summary>
    public string Land { get; init; } = "";
}
