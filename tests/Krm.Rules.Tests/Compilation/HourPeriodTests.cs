using Krm.Calendar.Holidays;
using Krm.Rules.Changes;
using Krm.Rules.Monitoring;
using Krm.Rules.Testing;
using Krm.Rules.Tests.Monitoring;
using NodaTime;
using NodaTime.Text;
using static Krm.Rules.Tests.RuleSetTexts;

namespace Krm.Rules.Tests.Compilation;

/// <summary>Periods in hours, from reading to warning.</summary>
public class HourPeriodTests
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    [Theory]
    [InlineData("PT48H", "2026-03-02T10:30", "2026-03-04T10:30", "2026-03-04")]
    [InlineData("PT24H", "2026-03-02T00:00", "2026-03-03T00:00", "2026-03-02")]
    [InlineData("PT2H", "2026-03-02T23:30", "2026-03-03T01:30", "2026-03-03")]
    [InlineData("PT24H", "2024-02-28T12:00", "2024-02-29T12:00", "2024-02-29")]
    [InlineData("PT24H", "2026-03-28T12:00", "2026-03-29T13:00", "2026-03-29")]
    [InlineData("PT24H", "2026-10-24T12:00", "2026-10-25T11:00", "2026-10-25")]
    public void Evaluate_ReceiptWithTime_IsDueToTheMinute(string period, string received, string end, string day)
    {
        var duty = Plan(Due(period), received).FindDuty("antwort")!;

        Assert.Equal((At(end), LocalDatePattern.Iso.Parse(day).Value), (duty.DueInstant, duty.DueDate));
        Assert.Equal(Minute.Parse(received).Value.TimeOfDay, duty.StartTime);
        Assert.True(duty.IsInHours);
        Assert.Equal(duty.DueInstant, duty.Deadline!.EndInstant);
        Assert.Equal(duty.DueDate, duty.Deadline!.LastDay);
    }

    [Fact]
    public void Evaluate_ReceiptWithoutTime_CountsFromTheBeginningOfTheDayAndSaysSo()
    {
        var duty = Plan(Due("PT48H"), new LocalDate(2026, 3, 2), null).FindDuty("antwort")!;

        Assert.Equal(At("2026-03-04T00:00"), duty.DueInstant);
        Assert.Equal(
            "Antwort. Frist 03.03.2026, 24:00 Uhr: 48 Stunden ab Eingang am 02.03.2026, 0:00 Uhr (Uhrzeit nicht bekannt, daher ab Tagesbeginn). Regel r1 (Quelle, Nr. 1).",
            duty.Reason.Replace("(q,", "(Quelle,", StringComparison.Ordinal));
    }

    [Fact]
    public void Reason_ReceiptWithTime_NamesBothMinutes() => Assert.Contains(
        "Frist 04.03.2026, 10:30 Uhr: 48 Stunden ab Eingang am 02.03.2026, 10:30 Uhr.",
        Plan(Due("PT48H"), "2026-03-02T10:30").FindDuty("antwort")!.Reason,
        StringComparison.Ordinal);

    [Fact]
    public void ReceivedAt_SecondsAndSkippedHour_CountByTheMinuteThatExists()
    {
        var facts = Facts(RuleSet.Read(WithTable(Table("collect", Rule("r1", "{}")))), new LocalDate(2026, 3, 29));

        Assert.Equal(new LocalTime(10, 30), facts.ReceivedAt(new LocalTime(10, 30, 59)).ReceivedTime);
        Assert.Equal(new LocalTime(3, 30), facts.ReceivedAt(new LocalTime(2, 30)).ReceivedTime);
        Assert.Null(facts.ReceivedTime);
    }

    [Fact]
    public void Read_BindingWithTime_FeedsThePeriod()
    {
        var ruleSet = RuleSet.Read(WithTable(Table("collect", Rule("r1", "{}", Due("PT1H")))));
        var binding = ruleSet.Bind<LocalDateTime>(_ => "1", moment => moment.Date).ReceivedTime(moment => moment.TimeOfDay);
        var unknown = ruleSet.Bind<LocalDateTime>(_ => "1", moment => moment.Date).ReceivedTime(_ => null);
        var evaluator = new RuleEvaluator(ruleSet, Bundesland.Hamburg);
        var moment = new LocalDateTime(2026, 3, 2, 9, 15);

        Assert.Equal(At("2026-03-02T10:15"), evaluator.Evaluate(binding.Read(moment)).Duties[0].DueInstant);
        Assert.Equal(At("2026-03-02T01:00"), evaluator.Evaluate(unknown.Read(moment)).Duties[0].DueInstant);
    }

    [Fact]
    public void Evaluate_FromAnotherDuty_StartsAtItsMinuteOrTheEndOfItsDay()
    {
        var tables = Table(
            "collect",
            Rule("r1", "{}", Due("P1D", duty: "prüfung")),
            Rule("r2", "{}", Due("PT3H", """, "start": { "duty": "prüfung" } """)),
            Rule("r3", "{}", Due("P2D", """, "start": { "duty": "antwort" } """, duty: "ablage")));

        var open = Plan(tables, new LocalDate(2026, 3, 2), new LocalTime(10, 0), CaseHistory.Empty, isTables: true);
        var done = Plan(tables, new LocalDate(2026, 3, 2), new LocalTime(10, 0), CaseHistory.Empty.Complete("prüfung", At("2026-03-02T22:30") + Duration.FromSeconds(40)), isTables: true);

        Assert.Equal(At("2026-03-04T03:00"), open.FindDuty("antwort")!.DueInstant);
        Assert.Equal(new LocalDate(2026, 3, 6), open.FindDuty("ablage")!.DueDate);
        Assert.Equal(At("2026-03-03T01:30"), done.FindDuty("antwort")!.DueInstant);
        Assert.Equal(new LocalDate(2026, 3, 5), done.FindDuty("ablage")!.DueDate);
        Assert.DoesNotContain("Tagesbeginn", done.FindDuty("antwort")!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_FromADateBackward_EndsSoManyHoursBeforeItsBeginning()
    {
        var plan = Plan(Due("PT48H", """, "start": { "fact": "frist" }, "direction": "backward" """), new LocalDate(2026, 3, 2), null, facts: new() { ["frist"] = "2026-03-20" });
        var duty = plan.FindDuty("antwort")!;

        Assert.Equal((At("2026-03-18T00:00"), new LocalDate(2026, 3, 17)), (duty.DueInstant, duty.DueDate));
        Assert.Contains("48 Stunden vor frist am 20.03.2026, 0:00 Uhr (Uhrzeit nicht bekannt, daher ab Tagesbeginn)", duty.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_FromADate_DoesNotTakeTheTimeOfReceipt()
    {
        var plan = Plan(Due("PT48H", """, "start": { "fact": "frist" } """), new LocalDate(2026, 3, 2), new LocalTime(10, 30), facts: new() { ["frist"] = "2026-03-20" });

        Assert.Equal((At("2026-03-22T00:00"), LocalTime.Midnight), (plan.Duties[0].DueInstant, plan.Duties[0].StartTime));
    }

    [Fact]
    public void Evaluate_FromADateThatIsMissing_HasNoDueDate()
    {
        var duty = Plan(Due("PT48H", """, "start": { "fact": "frist" } """), "2026-03-02T10:00").FindDuty("antwort")!;

        Assert.Null(duty.DueDate);
        Assert.Null(duty.DueInstant);
        Assert.Null(duty.Deadline);
        Assert.Contains("Die Frist ist offen (48 Stunden)", duty.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_Pause_StopsTheHours()
    {
        var paused = CaseHistory.Empty.Pause(new CasePause(new LocalDate(2026, 3, 3), new LocalDate(2026, 3, 5)));
        var resting = CaseHistory.Empty.Pause(new CasePause(new LocalDate(2026, 3, 3), null));

        Assert.Equal(At("2026-03-07T10:00"), Plan(Due("PT48H"), new LocalDate(2026, 3, 2), new LocalTime(10, 0), paused).Duties[0].DueInstant);
        Assert.Null(Plan(Due("PT48H"), new LocalDate(2026, 3, 2), new LocalTime(10, 0), resting).Duties[0].DueInstant);
    }

    [Fact]
    public void Evaluate_ParameterThatTurnsToHours_CountsByTheDayOfReceipt()
    {
        const string Parameter = """ "parameters": [{ "name": "p", "status": "cited", "values": [{ "value": "P2D", "validTo": "2026-06-30" }, { "value": "PT36H", "validFrom": "2026-07-01" }] }], """;
        var ruleSet = RuleSet.Read(WithTable(Table("collect", Rule("r1", "{}", """{ "duty": "antwort", "title": "Antwort", "role": "QM", "due": { "parameter": "p" } }""")), Parameter));
        var evaluator = new RuleEvaluator(ruleSet, Bundesland.Hamburg);

        Assert.Equal(At("2026-07-03T00:00"), evaluator.Evaluate(Facts(ruleSet, new LocalDate(2026, 6, 30)).ReceivedAt(new LocalTime(12, 0))).Duties[0].DueInstant);
        Assert.Equal(At("2026-07-03T00:00"), evaluator.Evaluate(Facts(ruleSet, new LocalDate(2026, 7, 1)).ReceivedAt(new LocalTime(12, 0))).Duties[0].DueInstant);
    }

    [Fact]
    public void Check_PeriodInHours_TurnsOverdueAtItsMinute()
    {
        var plan = Plan(Due("PT48H", escalation: """, "escalation": [{ "workingDays": 0, "notify": "Leitung" }] """), "2026-03-02T10:30");
        var monitor = new DutyMonitor(Offices.Usual);

        Assert.Equal(DutyState.DueSoon, monitor.Check(plan, CaseHistory.Empty, At("2026-03-04T10:29"))[0].State);
        Assert.Equal(DutyState.Overdue, monitor.Check(plan, CaseHistory.Empty, At("2026-03-04T10:30"))[0].State);
        Assert.Equal(DutyState.DoneInTime, monitor.Check(plan, CaseHistory.Empty.Complete("antwort", At("2026-03-04T10:29")), At("2026-03-05T09:00"))[0].State);
        Assert.Equal(DutyState.DoneLate, monitor.Check(plan, CaseHistory.Empty.Complete("antwort", At("2026-03-04T10:30")), At("2026-03-05T09:00"))[0].State);
    }

    [Fact]
    public void Warning_OfAPeriodInHours_NamesTheMinuteAndDependsOnIt()
    {
        const string Stage = """, "escalation": [{ "workingDays": 0, "notify": "Leitung", "label": "Heute" }] """;
        var first = WarningOf(Plan(Due("PT48H", escalation: Stage), "2026-03-02T10:30"));
        var other = WarningOf(Plan(Due("PT48H", escalation: Stage), "2026-03-02T10:31"));

        Assert.NotEqual(first.Id, other.Id);
        Assert.Contains("Frist 04.03.2026, 10:30 Uhr", first.Message, StringComparison.Ordinal);
        Assert.Contains("\"dueDate\":\"2026-03-04\",\"dueInstant\":\"2026-03-04T09:30:00Z\"", first.ToCloudEvent("/amt"), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_AnotherMinuteOfTheSameDay_IsAChange()
    {
        var change = Assert.Single(PlanComparer.Compare(Plan(Due("PT48H"), "2026-03-02T10:30"), Plan(Due("PT49H"), "2026-03-02T10:30")));

        Assert.Equal(DutyChangeKind.Date, change.Kind);
        Assert.Equal(("QM (Regel r1, Frist 04.03.2026, 10:30 Uhr)", "QM (Regel r1, Frist 04.03.2026, 11:30 Uhr)"), (change.OldText, change.NewText));
    }

    [Fact]
    public void Run_TestsWithTimes_CompareTheMinuteAndSurviveWriting()
    {
        const string Tests = """
            "tests": [
              { "name": "trifft", "received": "2026-03-02T10:30", "expect": { "duties": { "antwort": "2026-03-04T10:30" } } },
              { "name": "verfehlt", "received": "2026-03-02T10:30", "expect": { "duties": { "antwort": "2026-03-04T10:31" } } }],
            """;
        var ruleSet = RuleSet.Read(WithTable(Table("collect", Rule("r1", "{}", Due("PT48H"))), Tests));

        var results = RuleSetTestRunner.Run(RuleSet.Read(ruleSet.ToJson()));

        Assert.Equal(ruleSet.ToJson(), RuleSet.Read(ruleSet.ToJson()).ToJson());
        Assert.True(results[0].HasPassed);
        Assert.Equal(["Die Pflicht „antwort“ sollte bis 04.03.2026, 10:31 Uhr zu erledigen sein, errechnet ist 04.03.2026, 10:30 Uhr."], results[1].Failures);
    }

    private static DutyWarning WarningOf(CasePlan plan)
    {
        var warnings = new List<DutyWarning>();
        new DutyMonitor(Offices.Usual).CheckBacklog([new MonitoredCase(plan, CaseHistory.Empty)], At("2026-03-04T09:00"), warnings.Add);
        return Assert.Single(warnings);
    }

    private static string Due(string period, string more = "", string escalation = "", string duty = "antwort") =>
        $$"""{ "duty": "{{duty}}", "title": "Antwort", "role": "QM", "due": { "period": "{{period}}"{{more}} }{{escalation}} }""";

    private static CasePlan Plan(string then, string received) =>
        Plan(then, Minute.Parse(received).Value.Date, Minute.Parse(received).Value.TimeOfDay);

    private static CasePlan Plan(string then, LocalDate day, LocalTime? time, CaseHistory? history = null, bool isTables = false, Dictionary<string, string?>? facts = null)
    {
        var json = WithTable(isTables ? then : Table("collect", Rule("r1", "{}", then))).Replace("\"validFrom\": \"2026-01-01\", ", "", StringComparison.Ordinal);
        var evaluator = new RuleEvaluator(RuleSet.Read(json), Bundesland.Hamburg);
        var known = CaseFacts.Create(evaluator.RuleSet, "17", day, facts ?? []);
        return evaluator.Evaluate(time is { } at ? known.ReceivedAt(at) : known, history ?? CaseHistory.Empty);
    }

    private static CaseFacts Facts(RuleSet ruleSet, LocalDate day) => CaseFacts.Create(ruleSet, "1", day, new Dictionary<string, string?>());

    private static Instant At(string local) => Minute.Parse(local).Value.InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).ToInstant();
}
