using Krm.Calendar.Holidays;
using Krm.Rules.Monitoring;
using Krm.Rules.Outcomes;
using Krm.Rules.Sources;
using Krm.Rules.Tracing;
using NodaTime;

namespace Krm.Rules.Tests;

public class CasePlannerTests
{
    private static readonly RuleSet Harburg = ShippedRuleSets.Get("harburg");
    private static readonly CasePlanner Planner = new(Harburg, Bundesland.Hamburg);
    private static readonly RuleEvaluator Evaluator = new(Harburg, Bundesland.Hamburg);
    private static readonly CaseFacts Facts = CaseFacts.Create(Harburg, "17", new LocalDate(2026, 3, 2), new Dictionary<string, string?>());

    [Fact]
    public void Plan_RulesTheEvaluatorFired_IsItsPlan()
    {
        var expected = Evaluator.Evaluate(Facts);

        var plan = Planner.Plan(Facts, Positions());

        Assert.Equal(expected.Duties.Select(duty => (duty.Id, duty.DueDate, duty.Reason)), plan.Duties.Select(duty => (duty.Id, duty.DueDate, duty.Reason)));
        Assert.Equal((expected.Priority, expected.DeleteOn), (plan.Priority, plan.DeleteOn));
    }

    [Fact]
    public void Plan_History_MovesDueDatesAsInTheEvaluator()
    {
        var history = CaseHistory.Empty.Complete("stellungnahme", Instant.FromUtc(2026, 3, 5, 10, 0)).Pause(new CasePause(new LocalDate(2026, 3, 4), new LocalDate(2026, 3, 10), Reason: "Rückfrage"));

        Assert.Equal(
            Evaluator.Evaluate(Facts, history).Duties.Select(duty => (duty.Id, duty.DueDate)),
            Planner.Plan(Facts, Positions(), history).Duties.Select(duty => (duty.Id, duty.DueDate)));
    }

    [Fact]
    public void Plan_DutiesOfTheHost_FollowWithTheirRuleAndCitation()
    {
        // Given in the wrong order on purpose: the second starts from the first, which starts from one of the rule set.
        var plan = Planner.Plan(Facts, Positions(), hostDuties: [Host("V2", "abschluss", "P1D", "mitzeichnung"), Host("V1", "mitzeichnung", "P2D", "antwort")]);

        var duty = plan.FindDuty("mitzeichnung")!;
        Assert.Equal(["abschluss", "mitzeichnung"], plan.Duties.TakeLast(2).Select(last => last.Id));
        Assert.Equal(plan.FindDuty("antwort")!.DueDate!.Value.PlusDays(2), duty.DueDate);
        Assert.Equal(duty.DueDate!.Value.PlusDays(1), plan.FindDuty("abschluss")!.DueDate);
        Assert.Equal(duty.DueDate, duty.Deadline!.LastDay);
        Assert.True(duty.Rule.IsOfHost);
        Assert.EndsWith("Regel V1 (DA Vergabe, Nr. 4).", duty.Reason, StringComparison.Ordinal);
        Assert.Equal(
            "Regel V1 (DA Vergabe, Nr. 4) gilt; sie steht nicht im Regelwerk, sondern kommt aus dem Fachverfahren.",
            plan.ExplainDuty("mitzeichnung").ToGerman());
        Assert.DoesNotContain(plan.FiredRules, rule => rule.IsOfHost);
    }

    [Fact]
    public void Plan_DutiesOfTheHostInACircle_HaveNoDueDate()
    {
        var plan = Planner.Plan(Facts, Positions(), hostDuties: [Host("V1", "a", "P1D", "b"), Host("V2", "b", "P1D", "a")]);

        Assert.Equal([null, null], plan.Duties.TakeLast(2).Select(duty => duty.DueDate));
    }

    [Fact]
    public void Plan_DutyOfTheHostInHours_EndsToTheMinute()
    {
        var plan = Planner.Plan(Facts.ReceivedAt(new LocalTime(10, 30)), Positions(), hostDuties: [Host("V1", "meldung", "PT48H")]);

        Assert.Equal(Instant.FromUtc(2026, 3, 4, 9, 30), plan.FindDuty("meldung")!.DueInstant);
    }

    [Fact]
    public void Plan_HostDutyTheRuleSetGivesToo_IsAConflict()
    {
        var exception = Assert.Throws<RuleConflictException>(() => Planner.Plan(Facts, Positions(), hostDuties: [Host("V1", "antwort", "P1D")]));

        Assert.Equal("V1", exception.SecondRule);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000)]
    [InlineData(5, 5)]
    [InlineData(5, 4)]
    public void Plan_PositionsThatAreNone_AreRefused(params int[] fired) =>
        Assert.Throws<ArgumentException>(() => Planner.Plan(Facts, fired));

    [Fact]
    public void Plan_FactsOfAnotherRuleSet_AreRefused()
    {
        var kqs = ShippedRuleSets.Get("kqs");

        Assert.Throws<ArgumentException>(() => Planner.Plan(CaseFacts.Create(kqs, "1", new LocalDate(2026, 3, 2), new Dictionary<string, string?>()), []));
    }

    [Fact]
    public void Plan_HostDutyFromAFactThatIsNoDate_IsRefused()
    {
        var due = new DueRule("P1D", null, new DueStart(Harburg.FindFact("adressat"), null), DueRule.ServiceRegime, false, null);

        Assert.Throws<ArgumentException>(() => Planner.Plan(
            Facts, Positions(), hostDuties: [new HostDuty("V1", new DutyOutcome("x", "X", "Y", due), new Citation("q", "", ""))]));
    }

    [Theory]
    [InlineData("drei Tage", "service")]
    [InlineData(null, "service")]
    [InlineData("P1D", "Landrecht")]
    public void HostDuty_DueDateThatCannotBeRead_IsRefused(string? period, string regime) =>
        Assert.Throws<ArgumentException>(() => new HostDuty(
            "V1", new DutyOutcome("x", "X", "Y", new DueRule(period, null, DueStart.Received, regime, false, null)), new Citation("q", "", "")));

    private static HostDuty Host(string rule, string id, string period, string? start = null) => new(
        rule,
        new DutyOutcome(id, "Mitzeichnung", "Vergabestelle", new DueRule(period, null, new DueStart(null, start), DueRule.ServiceRegime, false, null)),
        new Citation("DA Vergabe", "Nr. 4", ""));

    private static int[] Positions() => [.. Evaluator.Evaluate(Facts).FiredRules.Select(rule => rule.Index)];
}
