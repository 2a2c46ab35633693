using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Rules.Tests;

public class CasePlanTests
{
    private static readonly RuleSet Harburg = ShippedRuleSets.Get("harburg");
    private static readonly RuleEvaluator Evaluator = new(Harburg, Bundesland.Hamburg);

    [Fact]
    public void Evaluate_NoFactsGiven_PlansWithDefaults()
    {
        var plan = Plan([]);

        Assert.True(plan.IsApplicable);
        Assert.Equal("normal", plan.Priority);
        Assert.Equal(
            ["erfassung", "eingangsbestaetigung", "workflow", "stellungnahme", "redaktion", "freigabe", "antwort", "ablage"],
            plan.Duties.Select(duty => duty.Id));
        Assert.Equal(new LocalDate(2026, 3, 30), plan.FindDuty("antwort")!.DueDate);
        Assert.Equal(Instant.FromUtc(2026, 3, 30, 22, 0), plan.FindDuty("antwort")!.DueInstant);
    }

    [Fact]
    public void Evaluate_ExcludedCase_NamesRuleAndHasNoDuties()
    {
        var plan = Plan(new() { ["art"] = "widerspruch" });

        Assert.False(plan.IsApplicable);
        Assert.Equal("G2", plan.ExcludingRule!.Id);
        Assert.Empty(plan.Duties);
        Assert.Null(plan.Priority);
        Assert.StartsWith("Das Verfahren gilt nicht: Ein Widerspruch ist ein Rechtsbehelf", plan.ScopeReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Reason_OfDuty_SaysRulePeriodStartAndSentence()
    {
        var reason = Plan(new() { ["adressat"] = "Bezirksamtsleitung" }).FindDuty("antwort")!.Reason;

        Assert.Equal(
            "Für Beschwerden an die Bezirksamtsleitung gilt die verkürzte Bearbeitungsdauer von zwei Wochen. Maßgeblich: Priorität = priorisiert. "
            + "Frist 16.03.2026: 2 Wochen ab Eingang am 02.03.2026. "
            + "Regel S7b (DA-QM, Nr. 1: „Für Beschwerden an die Bezirksamtsleitung gilt ein priorisiertes Verfahren mit einer verkürzten Bearbeitungsdauer von zwei Wochen.“).",
            reason);
    }

    [Fact]
    public void TryCreate_WrongFacts_ReportsAllWithoutRepeatingTheValues()
    {
        var facts = new Dictionary<string, string?> { ["kanal"] = "Frau Muster, Tel. 040", ["adresat"] = "Fachamt", ["konkreter_sachverhalt"] = "vielleicht" };

        Assert.False(CaseFacts.TryCreate(Harburg, "1", new LocalDate(2026, 3, 2), facts, out _, out var problems));

        Assert.Equal(["kanal", "konkreter_sachverhalt", "adresat"], problems.Select(problem => problem.Fact));
        Assert.DoesNotContain("Muster", string.Join(" ", problems), StringComparison.Ordinal);
        Assert.Contains("adressat", problems[2].Message, StringComparison.Ordinal);
    }

    private static CasePlan Plan(Dictionary<string, string?> facts) =>
        Evaluator.Evaluate(CaseFacts.Create(Harburg, "17", new LocalDate(2026, 3, 2), facts));
}
