using Krm.Calendar.Holidays;
using Krm.Rules.Tracing;
using NodaTime;

namespace Krm.Rules.Tests.Tracing;

public class PlanExplainerTests
{
    private static readonly RuleEvaluator Evaluator = new(ShippedRuleSets.Get("harburg"), Bundesland.Hamburg);

    [Fact]
    public void ExplainDuty_Present_NamesTheFactsThatMadeIt()
    {
        var explanation = Plan(new() { ["adressat"] = "Fachamt" }).ExplainDuty("weiterleitung");

        Assert.True(explanation.HasFired);
        Assert.Equal("Regel W1 (DA-QM, Nr. 2) gilt, weil Adressat ist Fachamt.", explanation.ToGerman());
    }

    [Fact]
    public void ExplainDuty_Absent_NamesTheNearestRuleAndWhatStoppedIt()
    {
        var explanation = Plan([]).ExplainDuty("weiterleitung");

        Assert.False(explanation.HasFired);
        Assert.Equal("adressat", Assert.Single(explanation.Obstacles).Fact.Name);
        Assert.Equal("Regel W1 (DA-QM, Nr. 2) gilt nicht: Adressat ist Qualitätsmanagement, nötig wäre Fachamt oder Bezirksamtsleitung.", explanation.ToGerman());
    }

    [Fact]
    public void ExplainDuty_ExcludedCase_NamesTheExcludingRule()
    {
        var explanation = Plan(new() { ["art"] = "Widerspruch" }).ExplainDuty("erfassung");

        Assert.Equal("G2", explanation.HiddenBy!.Id);
        Assert.Equal("Regel S1 (DA-QM, Nr. 3) gilt nicht, weil die Regel G2 (DA-QM, Nr. 4) vorgeht.", explanation.ToGerman());
    }

    [Fact]
    public void ExplainRule_HiddenByAnEarlierOne_NamesIt()
    {
        var explanation = Plan(new() { ["art"] = "Widerspruch", ["kanal"] = "Telefon" }).ExplainRule("B1");

        Assert.Empty(explanation.Obstacles);
        Assert.Equal("G2", explanation.HiddenBy!.Id);
    }

    [Fact]
    public void ExplainTable_Otherwise_SaysThatNoOtherRuleFits() =>
        Assert.Equal("Regel G0 (DA-QM, Nr. 1 und 4) gilt, weil keine andere Regel der Tabelle zutrifft.", Plan([]).ExplainTable("geltungsbereich").ToGerman());

    [Fact]
    public void ExplainFired_EveryRule_HasFiredWithoutObstacles()
    {
        var plan = Plan(new() { ["adressat"] = "Bezirksamtsleitung", ["kanal"] = "Brief" });

        Assert.Equal(plan.FiredRules.Count, plan.ExplainFired().Count);
        Assert.All(plan.ExplainFired(), explanation => Assert.True(explanation.HasFired && !explanation.Obstacles.Any()));
    }

    [Fact]
    public void ExplainDuty_FreeText_IsNeverShown()
    {
        var plan = Plan(new() { ["fachamt"] = "Frau Muster wohnt hier" });

        Assert.DoesNotContain("Muster", plan.ExplainRule("G5").ToGerman(), StringComparison.Ordinal);
        Assert.Contains("anderer Text", plan.ExplainRule("G5").ToGerman(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nichts")]
    [InlineData("")]
    public void Explain_UnknownName_IsRefused(string name)
    {
        var plan = Plan([]);

        Assert.Throws<ArgumentException>(() => plan.ExplainDuty(name));
        Assert.Throws<ArgumentException>(() => plan.ExplainRule(name));
        Assert.Throws<ArgumentException>(() => plan.ExplainTable(name));
    }

    private static CasePlan Plan(Dictionary<string, string?> facts) =>
        Evaluator.Evaluate(CaseFacts.Create(Evaluator.RuleSet, "17", new LocalDate(2026, 3, 2), facts));
}
