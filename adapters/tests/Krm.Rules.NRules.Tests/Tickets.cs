using Krm.Rules.NRules.Facts;
using Krm.Rules.Outcomes;
using Krm.Rules.Sources;
using NodaTime;

namespace Krm.Rules.NRules.Tests;

/// <summary>A case as a host knows it.</summary>
public sealed record Ticket(string Number, decimal Amount);

/// <summary>Duties and cases for the host of these tests.</summary>
internal static class Tickets
{
    public static readonly RuleSet Harburg = ShippedRuleSets.Get("harburg");

    public static readonly HostDuty Signature = new(
        "VERGABE-1",
        new DutyOutcome("mitzeichnung", "Mitzeichnung der Vergabestelle", "Vergabestelle", new DueRule("P2D", null, new DueStart(null, "antwort"), DueRule.ServiceRegime, false, null)),
        new Citation("DA Vergabe", "Nr. 4", ""));

    public static CaseToDecide Case(string number = "17", decimal amount = 0, string? addressee = null) => new(
        CaseFacts.Create(Harburg, number, new LocalDate(2026, 3, 2), new Dictionary<string, string?> { ["adressat"] = addressee }),
        new Ticket(number, amount));
}
