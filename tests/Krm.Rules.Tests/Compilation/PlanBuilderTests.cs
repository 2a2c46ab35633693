using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using Krm.Rules.Compilation;
using Krm.Rules.Monitoring;
using Krm.Rules.Tests.Monitoring;
using NodaTime;
using static Krm.Rules.Tests.RuleSetTexts;

namespace Krm.Rules.Tests.Compilation;

public class PlanBuilderTests
{
    public static TheoryData<string, string> RegimesAndPeriods()
    {
        var data = new TheoryData<string, string>();
        foreach (var regime in Regimes.ByName.Keys)
        {
            foreach (var period in new[] { "P3D", "P2W", "P1M", "P1.5M", "P1Y", "PT48H", "4AT", "4WT", "at-once" })
            {
                data.Add(regime, period);
            }
        }

        return data;
    }

    /// <summary>What reading lets through must be computable, with pauses too: a clerk must not learn of a refusal from the first case.</summary>
    [Theory]
    [MemberData(nameof(RegimesAndPeriods))]
    public void Evaluate_WhateverReadingAllows_IsComputedAndExplained(string regime, string period)
    {
        foreach (var direction in new[] { "forward", "backward" })
        {
            foreach (var shift in new[] { "", ", \"shift\": true", ", \"shift\": false" })
            {
                var then = $$"""{ "duty": "antwort", "title": "Antwort", "role": "QM", "due": { "period": "{{period}}", "regime": "{{regime}}", "direction": "{{direction}}"{{shift}} } }""";
                if (!RuleSet.TryRead(System.Text.Encoding.UTF8.GetBytes(WithTable(Table("collect", Rule("r1", "{}", then)))), out var ruleSet, out _))
                {
                    Assert.True(period is "at-once" or "PT48H");
                    continue;
                }

                var evaluator = new RuleEvaluator(ruleSet, Bundesland.Hamburg);
                foreach (var history in new[] { CaseHistory.Empty, CaseHistory.Empty.Pause(new CasePause(new LocalDate(2026, 3, 3), new LocalDate(2026, 3, 4))) })
                {
                    var duty = Assert.Single(evaluator.Evaluate(Facts(ruleSet), history).Duties);
                    Assert.Equal(duty.DueDate, duty.Deadline!.LastDay);
                    Assert.NotEmpty(duty.Reason);
                }
            }
        }
    }

    [Theory]
    [InlineData("service", "P2W", "forward", true)]
    [InlineData("BGB", "P2W", "forward", true)]
    [InlineData("VwVfG", "P2W", "forward", false)]
    [InlineData("ZPO", "P2W", "forward", false)]
    [InlineData("service", "at-once", "forward", false)]
    [InlineData("service", "P2W", "backward", false)]
    public void Check_PauseOfTheCase_StopsOnlyWhatTheLawLetsStand(string regime, string period, string direction, bool stops)
    {
        var then = $$"""{ "duty": "antwort", "title": "Antwort", "role": "QM", "due": { "period": "{{period}}", "regime": "{{regime}}", "direction": "{{direction}}" } }""";
        var ruleSet = RuleSet.Read(WithTable(Table("collect", Rule("r1", "{}", then))));
        var history = CaseHistory.Empty.Pause(new CasePause(new LocalDate(2026, 3, 3), null));

        var plan = new RuleEvaluator(ruleSet, Bundesland.Hamburg).Evaluate(Facts(ruleSet), history);
        var state = Assert.Single(new DutyMonitor(Offices.Usual).Check(plan, history, Instant.FromUtc(2026, 3, 4, 9, 0))).State;

        Assert.Equal(stops, plan.Duties[0].DueDate is null);
        Assert.Equal(stops, state == DutyState.Paused);
    }

    [Fact]
    public void Check_DutyWithoutPeriod_CanRest()
    {
        var ruleSet = RuleSet.Read(WithTable(Table("collect", Rule("r1", "{}"))));
        var history = CaseHistory.Empty.Pause(new CasePause(new LocalDate(2026, 3, 3), null, "antwort"));
        var plan = new RuleEvaluator(ruleSet, Bundesland.Hamburg).Evaluate(Facts(ruleSet), history);

        Assert.Equal(DutyState.Paused, new DutyMonitor(Offices.Usual).Check(plan, history, Instant.FromUtc(2026, 3, 4, 9, 0))[0].State);
    }

    [Fact]
    public void Evaluate_PauseOfAnotherDutyOrBeforeTheStart_ChangesNothing()
    {
        var ruleSet = RuleSet.Read(WithTable(Table("collect", Rule("r1", "{}", Due("P10D")))));
        var evaluator = new RuleEvaluator(ruleSet, Bundesland.Hamburg);
        var expected = new LocalDate(2026, 3, 12);

        foreach (var pause in new[]
        {
            new CasePause(new LocalDate(2026, 3, 3), new LocalDate(2026, 3, 4), "andere"),
            new CasePause(new LocalDate(2026, 2, 1), new LocalDate(2026, 3, 1)),
            new CasePause(new LocalDate(2026, 2, 1), new LocalDate(2026, 3, 2)),
        })
        {
            Assert.Equal(expected, evaluator.Evaluate(Facts(ruleSet), CaseHistory.Empty.Pause(pause)).Duties[0].DueDate);
        }

        var both = CaseHistory.Empty.Pause(new CasePause(new LocalDate(2026, 3, 3), new LocalDate(2026, 3, 4), "antwort"));
        Assert.Equal(expected.PlusDays(2), evaluator.Evaluate(Facts(ruleSet), both).Duties[0].DueDate);
    }

    [Fact]
    public void Evaluate_ChainWrittenBackToFront_StartsEachAtTheOneBefore()
    {
        var ruleSet = RuleSet.Read(WithTable(Table(
            "collect",
            Rule("r3", "{}", Due("P1D", "dritte", "zweite")),
            Rule("r2", "{}", Due("P1D", "zweite", "erste")),
            Rule("r1", "{}", Due("P1D", "erste")))));

        var plan = new RuleEvaluator(ruleSet, Bundesland.Hamburg).Evaluate(Facts(ruleSet));

        Assert.Equal(["dritte", "zweite", "erste"], plan.Duties.Select(duty => duty.Id));
        Assert.Equal([5, 4, 3], plan.Duties.Select(duty => duty.DueDate!.Value.Day));
    }

    [Fact]
    public void Evaluate_ChainWhoseFirstDutyDoesNotArise_StaysOpenUnlessItWasDone()
    {
        var ruleSet = RuleSet.Read(WithTable(Table("collect", Rule("r1", """{ "dringend": true }""", Due("P1D", "erste")), Rule("r2", "{}", Due("P1D", "zweite", "erste")), Rule("r3", "{}"))));
        var evaluator = new RuleEvaluator(ruleSet, Bundesland.Hamburg);
        var done = CaseHistory.Empty.Complete("erste", Instant.FromUtc(2026, 3, 9, 23, 30));

        Assert.Null(evaluator.Evaluate(Facts(ruleSet)).FindDuty("zweite")!.DueDate);
        Assert.Equal(new LocalDate(2026, 3, 11), evaluator.Evaluate(Facts(ruleSet), done).FindDuty("zweite")!.DueDate);
    }

    [Theory]
    [InlineData("P2Y", false, "2028-03-03")]
    [InlineData("P2Y", true, "2029-01-01")]
    [InlineData("P10D", false, "2026-03-13")]
    public void DeleteOn_Retention_IsTheDayAfterItsEnd(string period, bool fromYearEnd, string expected)
    {
        var plan = PlanOfRetention($$"""{ "due": { "period": "{{period}}" }, "fromYearEnd": {{(fromYearEnd ? "true" : "false")}} }""");

        Assert.Equal(NodaTime.Text.LocalDatePattern.Iso.Parse(expected).Value, plan.DeleteOn);
    }

    [Fact]
    public void DeleteOn_StartNotKnownOrNoRule_IsOpen()
    {
        Assert.Null(PlanOfRetention("""{ "due": { "period": "P2Y", "start": { "fact": "frist" } }, "fromYearEnd": true }""").DeleteOn);
        Assert.Null(PlanOfRetention("""{ "due": { "period": "P2Y", "start": { "duty": "antwort" } } }""").DeleteOn);
        var ruleSet = RuleSet.Read(WithTable(Table("collect", Rule("r1", "{}"))));
        Assert.Null(new RuleEvaluator(ruleSet, Bundesland.Hamburg).Evaluate(Facts(ruleSet)).DeleteOn);
    }

    [Theory]
    [InlineData(1985)]
    [InlineData(2100)]
    [InlineData(2199)]
    public void Evaluate_BeyondEveryCalendar_SaysSoWithoutStackOfSurprises(int year)
    {
        var json = WithTable(Table("collect", Rule("r1", "{}", Due("3AT")))).Replace("\"validFrom\": \"2026-01-01\", \"validTo\": \"2026-12-31\",", "", StringComparison.Ordinal);
        var evaluator = new RuleEvaluator(RuleSet.Read(json), Bundesland.Hamburg);
        var facts = CaseFacts.Create(evaluator.RuleSet, "1", new LocalDate(year, 12, 30), new Dictionary<string, string?>());

        var exception = Assert.Throws<DueDateException>(() => evaluator.Evaluate(facts));

        Assert.Equal(("3AT", new LocalDate(year, 12, 30)), (exception.Period, exception.Start));
        Assert.Contains("von 1990 bis 2100", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_ChainOfCenturies_EndsWhereTheCalendarEnds()
    {
        var ruleSet = RuleSet.Read(WithTable(Table("collect", Rule("r1", "{}", Due("P200Y", "erste")), Rule("r2", "{}", Due("P50Y", "zweite", "erste")))));
        var plan = new RuleEvaluator(ruleSet, Bundesland.Hamburg).Evaluate(Facts(ruleSet));

        Assert.Equal([2226, 2276], plan.Duties.Select(duty => duty.DueDate!.Value.Year));
    }

    [Fact]
    public void Evaluate_BeyondTheYearsOfPeriods_SaysSoForDaysAndHours()
    {
        foreach (var last in new[] { "P1D", "PT1H" })
        {
            var ruleSet = RuleSet.Read(WithTable(Table("collect", Rule("r1", "{}", Due("P200Y", "erste")), Rule("r2", "{}", Due("P200Y", "zweite", "erste")), Rule("r3", "{}", Due(last, "dritte", "zweite")))));

            Assert.Equal(last, Assert.Throws<DueDateException>(() => new RuleEvaluator(ruleSet, Bundesland.Hamburg).Evaluate(Facts(ruleSet))).Period);
        }
    }

    [Theory]
    [InlineData("", "2026-03-07")]
    [InlineData(", \"shift\": false", "2026-03-07")]
    [InlineData(", \"shift\": true", "2026-03-09")]
    [InlineData(", \"regime\": \"VwVfG\"", "2026-03-09")]
    [InlineData(", \"regime\": \"VwVfG\", \"shift\": false", "2026-03-07")]
    public void Evaluate_EndOnASaturday_MovesAsTheRuleSays(string more, string expected)
    {
        var ruleSet = RuleSet.Read(WithTable(Table("collect", Rule("r1", "{}", $$"""{ "duty": "antwort", "title": "T", "role": "QM", "due": { "period": "P5D"{{more}} } }"""))));

        Assert.Equal(NodaTime.Text.LocalDatePattern.Iso.Parse(expected).Value, new RuleEvaluator(ruleSet, Bundesland.Hamburg).Evaluate(Facts(ruleSet)).Duties[0].DueDate);
    }

    [Fact]
    public void Evaluate_OfficeWithAClosure_CountsWithoutIt()
    {
        var ruleSet = RuleSet.Read(WithTable(Table("collect", Rule("r1", "{}", Due("3AT")))));
        var office = new WorkingDayCalendarBuilder(Bundesland.Hamburg).AddClosure(Closure.On(new LocalDate(2026, 3, 4), "Personalversammlung")).Build();

        Assert.Equal(new LocalDate(2026, 3, 5), new RuleEvaluator(ruleSet, Bundesland.Hamburg).Evaluate(Facts(ruleSet)).Duties[0].DueDate);
        Assert.Equal(new LocalDate(2026, 3, 6), new RuleEvaluator(ruleSet, Bundesland.Hamburg, office).Evaluate(Facts(ruleSet)).Duties[0].DueDate);
    }

    [Fact]
    public void Evaluate_TheSameDutyFromTwoTables_IsAConflictWhereBothFire()
    {
        var other = Table("collect", Rule("r2", """{ "dringend": true }""")).Replace("\"t\"", "\"u\"", StringComparison.Ordinal);
        var ruleSet = RuleSet.Read(WithTable(Table("collect", Rule("r1", """{ "kanal": "Brief" }""")) + "," + other));
        var evaluator = new RuleEvaluator(ruleSet, Bundesland.Hamburg);

        Assert.Equal("r1", Assert.Single(evaluator.Evaluate(Facts(ruleSet)).Duties).RuleId);
        Assert.Equal("r2", Assert.Single(evaluator.Evaluate(Facts(ruleSet, ("kanal", "Fax"), ("dringend", "ja"))).Duties).RuleId);
        var exception = Assert.Throws<RuleConflictException>(() => evaluator.Evaluate(Facts(ruleSet, ("dringend", "ja"))));
        Assert.Equal(("u", "r1", "r2"), (exception.Table, exception.FirstRule, exception.SecondRule));
    }

    private static CasePlan PlanOfRetention(string then)
    {
        var ruleSet = RuleSet.Read(WithTable(
            Table("collect", Rule("r1", """{ "dringend": true }"""))
            + $$""", { "name": "l", "kind": "retention", "hitPolicy": "first", "rules": [{ "id": "l1", "then": {{then}}, "citation": { "source": "q" } }] }"""));
        return new RuleEvaluator(ruleSet, Bundesland.Hamburg).Evaluate(Facts(ruleSet));
    }

    private static string Due(string period, string duty = "antwort", string? after = null) =>
        $$"""{ "duty": "{{duty}}", "title": "T", "role": "QM", "due": { "period": "{{period}}"{{(after is null ? "" : $$""", "start": { "duty": "{{after}}" }""")}} } }""";

    private static CaseFacts Facts(RuleSet ruleSet, params (string Name, string Value)[] facts) =>
        CaseFacts.Create(ruleSet, "1", new LocalDate(2026, 3, 2), facts.ToDictionary(fact => fact.Name, fact => (string?)fact.Value));
}
