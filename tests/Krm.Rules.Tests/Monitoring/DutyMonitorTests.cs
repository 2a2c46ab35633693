using System.Text.Json;
using Krm.Calendar.Holidays;
using Krm.Calendar.OfficeHours;
using Krm.Calendar.WorkingDays;
using Krm.Rules.Monitoring;
using NodaTime;

namespace Krm.Rules.Tests.Monitoring;

public class DutyMonitorTests
{
    private static readonly RuleEvaluator Evaluator = new(ShippedRuleSets.Get("harburg"), Bundesland.Hamburg);
    private static readonly DutyMonitor Monitor = new(Offices.Usual);

    [Theory]
    [InlineData("2026-03-20T12:00", DutyState.Open, null)]
    [InlineData("2026-03-23T12:00", DutyState.Open, "Vorwarnung")]
    [InlineData("2026-03-26T12:00", DutyState.DueSoon, "Vorwarnung")]
    [InlineData("2026-03-30T23:59", DutyState.DueSoon, "Vorwarnung")]
    [InlineData("2026-03-31T00:00", DutyState.Overdue, "Antwort überfällig")]
    [InlineData("2026-04-08T00:00", DutyState.Overdue, "Antwort lange überfällig")]
    public void Check_OpenDuty_StateAndStageFollowTheClock(string local, DutyState state, string? stage)
    {
        var status = Monitor.Check(Plan().FindDuty("antwort")!, CaseHistory.Empty, At(local));

        Assert.Equal((state, stage), (status.State, status.Stage?.Label));
    }

    [Fact]
    public void Check_History_DecidesTheState()
    {
        var history = CaseHistory.Empty
            .Complete("erfassung", At("2026-03-03T23:59"))
            .Complete("eingangsbestaetigung", At("2026-03-04T00:00"))
            .Waive("redaktion", "Antwort wörtlich übernommen")
            .Pause(new CasePause(new LocalDate(2026, 3, 5), null, "stellungnahme"));

        var states = Monitor.Check(Plan(), history, At("2026-03-06T09:00")).ToDictionary(status => status.Duty.Id, status => status.State);

        Assert.Equal(DutyState.DoneInTime, states["erfassung"]);
        Assert.Equal(DutyState.DoneLate, states["eingangsbestaetigung"]);
        Assert.Equal(DutyState.Waived, states["redaktion"]);
        Assert.Equal(DutyState.Paused, states["stellungnahme"]);
        Assert.Equal(DutyState.Overdue, states["workflow"]);
        Assert.Equal(DutyState.Open, states["antwort"]);
    }

    [Fact]
    public void Check_DoneLaterThanTheMoment_IsNotSeenYet()
    {
        var history = CaseHistory.Empty.Complete("erfassung", At("2026-03-10T09:00"));

        Assert.Equal(DutyState.Overdue, Monitor.Check(Plan().FindDuty("erfassung")!, history, At("2026-03-05T09:00")).State);
    }

    [Theory]
    [InlineData("2026-03-31T07:59", 0)]
    [InlineData("2026-03-31T08:00", 1)]
    [InlineData("2026-03-31T15:59", 1)]
    [InlineData("2026-03-31T16:00", 0)]
    [InlineData("2026-04-03T10:00", 0)]
    [InlineData("2026-04-04T10:00", 0)]
    public void CheckBacklog_Warnings_OnlyDuringOfficeHours(string local, int expected)
    {
        var history = Plan().Duties.Where(duty => duty.Id != "antwort").Aggregate(CaseHistory.Empty, (known, duty) => known.Complete(duty.Id, At("2026-03-03T12:00")));
        var warnings = new List<DutyWarning>();

        Monitor.CheckBacklog([new MonitoredCase(Plan(), history)], At(local), warnings.Add);

        Assert.Equal(expected, warnings.Count);
    }

    [Fact]
    public void Id_SameWarningLater_IsTheSameAndDiffersForAnotherDueDate()
    {
        var first = WarningAt(Plan(), "2026-03-31T09:00");
        var later = WarningAt(Plan(), "2026-04-01T09:00");
        var other = WarningAt(Plan(new LocalDate(2026, 3, 3)), "2026-04-01T09:00");

        Assert.Equal(first.Id, later.Id);
        Assert.NotEqual(first.Id, other.Id);
        Assert.Matches("^[0-9a-f]{32}$", first.Id);
    }

    [Fact]
    public void ToCloudEvent_Warning_HasTheRequiredAttributesAndNoFacts()
    {
        var warning = WarningAt(Plan(), "2026-03-31T09:00");

        using var json = JsonDocument.Parse(warning.ToCloudEvent("/amt/beschwerden"));
        var root = json.RootElement;

        Assert.Equal("1.0", root.GetProperty("specversion").GetString());
        Assert.Equal(warning.Id, root.GetProperty("id").GetString());
        Assert.Equal("/amt/beschwerden", root.GetProperty("source").GetString());
        Assert.Equal(CloudEvents.WarningType, root.GetProperty("type").GetString());
        Assert.Equal("2026-03-31T07:00:00Z", root.GetProperty("time").GetString());
        Assert.Equal("Abteilungsleitung Presse- und Öffentlichkeitsarbeit", root.GetProperty("data").GetProperty("notify").GetString());
        Assert.Equal("2026-03-30", root.GetProperty("data").GetProperty("dueDate").GetString());
        Assert.Equal("2026-03-30T22:00:00Z", root.GetProperty("data").GetProperty("dueInstant").GetString());
        Assert.Equal(
            "Antwort überfällig: „Antwort versenden“ im Vorgang 17 (überfällig, Frist 30.03.2026, zuständig: Qualitätsmanagement).",
            root.GetProperty("data").GetProperty("message").GetString());
    }

    [Fact]
    public void CheckBacklog_PartsAddedUp_EqualTheWhole()
    {
        var cases = Enumerable.Range(0, 60).Select(day => new MonitoredCase(Plan(new LocalDate(2026, 2, 1).PlusDays(day)), CaseHistory.Empty)).ToArray();
        var moment = At("2026-03-20T10:00");

        var whole = Monitor.CheckBacklog(cases, moment);
        var parts = Monitor.CheckBacklog(cases.Take(17), moment).Add(Monitor.CheckBacklog(cases.Skip(17), moment));

        Assert.Equal(60, parts.Cases);
        Assert.All(Enum.GetValues<DutyState>(), state => Assert.Equal(whole.Count(state), parts.Count(state)));
        Assert.Equal(cases.Sum(item => item.Plan.Duties.Count), Enum.GetValues<DutyState>().Sum(whole.Count));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(251)]
    public void Constructor_DueSoonOutOfRange_IsRefused(int days) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new DutyMonitor(Offices.Usual, new DutyMonitorOptions { DueSoonWorkingDays = days }));

    [Fact]
    public void Constructor_OfficeThatNeverOpens_IsRefused()
    {
        var calendar = WorkingDayCalendar.For(Bundesland.Hamburg);

        Assert.Throws<ArgumentException>(() => new DutyMonitor(new OfficeScheduleBuilder(calendar).Build()));
        Assert.Throws<ArgumentException>(() => new DutyMonitor(
            new OfficeScheduleBuilder(calendar).Open(IsoDayOfWeek.Saturday, new LocalTime(9, 0), new LocalTime(12, 0)).Build()));
    }

    [Theory]
    [InlineData("2026-04-02T12:30", 0)]
    [InlineData("2026-04-02T17:59", 1)]
    [InlineData("2026-04-02T18:00", 0)]
    [InlineData("2026-04-08T11:59", 1)]
    [InlineData("2026-04-08T13:00", 0)]
    [InlineData("2026-04-07T10:00", 0)]
    [InlineData("2026-04-09T10:00", 0)]
    public void CheckBacklog_OpeningHoursByWeekdayBreakAndClosure_DecideWhetherToWarn(string local, int expected)
    {
        var calendar = new WorkingDayCalendarBuilder(Bundesland.Hamburg).AddClosure(Closure.On(new LocalDate(2026, 4, 9), "Personalversammlung")).Build();
        var office = new OfficeScheduleBuilder(calendar)
            .Open(IsoDayOfWeek.Wednesday, new LocalTime(8, 0), new LocalTime(12, 0))
            .Open(IsoDayOfWeek.Thursday, new LocalTime(8, 0), new LocalTime(12, 0))
            .Open(IsoDayOfWeek.Thursday, new LocalTime(13, 0), new LocalTime(18, 0))
            .Build();
        var history = Plan().Duties.Where(duty => duty.Id != "antwort").Aggregate(CaseHistory.Empty, (known, duty) => known.Complete(duty.Id, At("2026-03-03T12:00")));
        var warnings = new List<DutyWarning>();

        new DutyMonitor(office).CheckBacklog([new MonitoredCase(Plan(), history)], At(local), warnings.Add);

        Assert.Equal(expected, warnings.Count);
    }

    [Theory]
    [InlineData("2026-04-02T07:59", 0)]
    [InlineData("2026-04-02T08:00", 1)]
    [InlineData("2026-04-02T15:59", 1)]
    [InlineData("2026-04-02T16:00", 0)]
    [InlineData("2026-04-03T10:00", 0)]
    public void CheckBacklog_WorkingDaysAlone_WarnFromEightToFour(string local, int expected)
    {
        var history = Plan().Duties.Where(duty => duty.Id != "antwort").Aggregate(CaseHistory.Empty, (known, duty) => known.Complete(duty.Id, At("2026-03-03T12:00")));
        var warnings = new List<DutyWarning>();

        new DutyMonitor(WorkingDayCalendar.For(Bundesland.Hamburg)).CheckBacklog([new MonitoredCase(Plan(), history)], At(local), warnings.Add);

        Assert.Equal(expected, warnings.Count);
    }

    [Fact]
    public void CheckBacklog_EveryHalfHourOfAYear_WarnsOnlyWhileTheOfficeIsOpen()
    {
        var cases = new[] { new MonitoredCase(Plan(), CaseHistory.Empty) };
        for (var moment = At("2026-04-01T00:00"); moment < At("2027-04-01T00:00"); moment += Duration.FromMinutes(30))
        {
            var warned = false;
            Monitor.CheckBacklog(cases, moment, _ => warned = true);
            Assert.Equal(Offices.Usual.IsOpen(moment), warned);
        }
    }

    [Fact]
    public void Check_DueDateBeyondEveryCalendar_StillHasAState()
    {
        var json = RuleSetTexts.WithTable(RuleSetTexts.Table("collect", RuleSetTexts.Rule(
            "r1", "{}", """{ "duty": "archiv", "title": "Archiv", "role": "QM", "due": { "period": "P150Y" }, "escalation": [{ "workingDays": -5, "notify": "QM" }] }""")));
        var evaluator = new RuleEvaluator(RuleSet.Read(json), Bundesland.Hamburg);
        var plan = evaluator.Evaluate(CaseFacts.Create(evaluator.RuleSet, "1", new LocalDate(2026, 3, 2), new Dictionary<string, string?>()));

        var status = Assert.Single(Monitor.Check(plan, CaseHistory.Empty, At("2026-03-06T09:00")));

        Assert.Equal((new LocalDate(2176, 3, 2), DutyState.Open), (status.Duty.DueDate, status.State));
        Assert.Null(status.Stage);
    }

    private static DutyWarning WarningAt(CasePlan plan, string local)
    {
        var warnings = new List<DutyWarning>();
        Monitor.CheckBacklog([new MonitoredCase(plan, CaseHistory.Empty)], At(local), warnings.Add);
        return warnings.Single(warning => warning.Duty.Id == "antwort");
    }

    private static Instant At(string local) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm")
        .Parse(local).Value.InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).ToInstant();

    private static CasePlan Plan() => Plan(new LocalDate(2026, 3, 2));

    private static CasePlan Plan(LocalDate received) =>
        Evaluator.Evaluate(CaseFacts.Create(Evaluator.RuleSet, "17", received, new Dictionary<string, string?>()));
}
