using Krm.Calendar.Deadlines;
using Krm.Calendar.Deadlines.Lawbook;
using Krm.Calendar.Deadlines.Policies;
using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.Tests.Deadlines;

public sealed class DeadlineCalculatorTests
{
    private static readonly DeadlineCalculator Calculator = new();

    private static readonly DeadlineSpec Remedy = new(DeadlineRegime.VwVfG, Day(2026, 3, 10), Bundesland.Berlin, DeadlinePeriod.Parse("P1M"));

    private static readonly DeadlineSpec Target = new(DeadlineRegime.Service, Day(2026, 5, 4), Bundesland.Berlin, DeadlinePeriod.Parse("7AT"));

    [Fact]
    public void Calculate_Remedy_GivesEveryPartOfTheResult()
    {
        Deadline deadline = Calculator.Calculate(Remedy with { ReminderWorkingDays = 3 });

        Assert.Equal(Day(2026, 4, 10), deadline.LastDay);
        Assert.Equal(Day(2026, 4, 10), deadline.RawEnd);
        Assert.Null(deadline.DeemedDay);
        Assert.Null(deadline.EndTime);
        Assert.False(deadline.IsOpen);
        Assert.Equal(Instant.FromUtc(2026, 4, 10, 22, 0), deadline.EndInstant);
        Assert.Equal(Day(2026, 4, 7), deadline.ReminderDay);
        Assert.Equal(DeadlineConfidence.High, deadline.Confidence);
        Assert.Empty(deadline.Alternatives);
        Assert.Equal(
            [DeadlineStepKind.EventTaken, DeadlineStepKind.PeriodStarted, DeadlineStepKind.PeriodEnded, DeadlineStepKind.Result],
            deadline.Steps.Select(step => step.Kind));
        Assert.Equal($"{DeadlineRuleBook.Germany.Fingerprint}-{HolidayData.Germany.Fingerprint}", deadline.Fingerprint);
        Assert.Equal(deadline.Fingerprint, Calculator.Fingerprint);
    }

    [Theory]
    [InlineData(2026, 3, 28, 23)]
    [InlineData(2026, 3, 29, 22)]
    [InlineData(2026, 10, 24, 22)]
    [InlineData(2026, 10, 25, 23)]
    public void EndInstant_AroundClockChanges_IsTheEndOfTheDayInGermany(int year, int month, int day, int hourUtc)
    {
        Deadline deadline = Calculator.Calculate(Target with { Period = DeadlinePeriod.AtOnce, EventDay = Day(year, month, day) });

        Assert.Equal(Instant.FromUtc(year, month, day, hourUtc, 0), deadline.EndInstant);
    }

    [Fact]
    public void Calculate_OpenPause_HasNoDueDateYet()
    {
        Deadline deadline = Calculator.Calculate(Target with { Pauses = [new DeadlinePause(Day(2026, 5, 6), null)], ReminderWorkingDays = 2 });

        Assert.True(deadline.IsOpen);
        Assert.Equal((null, null, null, null, null), (deadline.RawEnd, deadline.LastDay, deadline.EndInstant, deadline.EndTime, deadline.ReminderDay));
        Assert.Null(Calculator.GetLastDay(deadline.Spec));
        Assert.Empty(deadline.Alternatives);
        Assert.Equal(DeadlineStepKind.Result, deadline.Steps[^1].Kind);
        Assert.Null(deadline.Steps[^1].After);
    }

    [Fact]
    public void Calculate_AppointmentWithTime_EndsAtItsMinute()
    {
        DeadlineSpec spec = new(DeadlineRegime.VwVfG, Day(2026, 8, 15), Bundesland.Berlin, null) { Kind = DeadlineEventKind.Appointment, EventTime = new LocalTime(10, 30) };
        Deadline deadline = Calculator.Calculate(spec);

        Assert.Equal(new LocalDateTime(2026, 8, 15, 10, 30), deadline.EndTime);
        Assert.Equal(Instant.FromUtc(2026, 8, 15, 8, 30), deadline.EndInstant);
        Assert.Contains("10:30 Uhr", deadline.ToGerman(), StringComparison.Ordinal);
    }

    [Fact]
    public void Calculate_HoursToMidnight_LastDayIsTheDayBefore()
    {
        DeadlineSpec spec = new(DeadlineRegime.VwVfG, Day(2026, 6, 5), Bundesland.Berlin, DeadlinePeriod.Parse("PT24H")) { EventTime = LocalTime.Midnight };
        Deadline deadline = Calculator.Calculate(spec);

        Assert.Equal(Day(2026, 6, 5), deadline.LastDay);
        Assert.Equal(new LocalDateTime(2026, 6, 6, 0, 0), deadline.EndTime);
    }

    [Fact]
    public void CalculateChain_SevenThenForty_FollowOnStartsAtTheEndOfTheFirst()
    {
        DeadlineSpec first = Target with { Closures = [Day(2026, 5, 15)], Pauses = [new DeadlinePause(Day(2026, 6, 1), Day(2026, 6, 2))], ReminderWorkingDays = 1 };
        IReadOnlyList<Deadline> chain = Calculator.CalculateChain(first, [DeadlinePeriod.Parse("40AT")]);

        Assert.Equal(2, chain.Count);
        Assert.Equal(Day(2026, 5, 13), chain[0].LastDay);
        Assert.Equal(chain[0].LastDay, chain[1].Spec.EventDay);
        DeadlineSpec alone = first with { EventDay = Day(2026, 5, 13), Period = DeadlinePeriod.Parse("40AT") };
        Assert.Equal(Calculator.GetLastDay(alone), chain[1].LastDay);
        Assert.Equal(Day(2026, 7, 15), chain[1].LastDay);
        Assert.NotNull(chain[1].ReminderDay);
    }

    [Fact]
    public void CalculateChain_PlacesAndPolicies_AreInherited()
    {
        DeadlineSpec first = new(DeadlineRegime.Ao, Day(2026, 4, 5), Bundesland.Niedersachsen, DeadlinePeriod.Parse("P1M"))
        {
            Kind = DeadlineEventKind.Posted,
            Municipality = MunicipalityKey.Parse("03241001"),
            RecipientLand = Bundesland.NordrheinWestfalen,
            RecipientMunicipality = MunicipalityKey.Parse("05315000"),
            Policies = new DeadlinePolicies { HolidayPlace = HolidayPlace.Recipient, EndShift = EndShift.Next, MunicipalHolidays = MunicipalHolidays.Kept, FictionShift = false },
        };
        Deadline second = Calculator.CalculateChain(first, [DeadlinePeriod.Parse("P26D")])[1];

        // 04.06.2026 is Fronleichnam at the recipient's place.
        Assert.Equal(Day(2026, 5, 11), second.Spec.EventDay);
        Assert.Equal(Day(2026, 6, 8), second.LastDay);
        Assert.Equal(DeadlineEventKind.Event, second.Spec.Kind);
        Assert.Equal((first.Municipality, first.RecipientLand, first.RecipientMunicipality), (second.Spec.Municipality, second.Spec.RecipientLand, second.Spec.RecipientMunicipality));
        Assert.Equal(HolidayPlace.Recipient, second.Spec.Policies.HolidayPlace);
        Assert.Equal(EndShift.Next, second.Spec.Policies.EndShift);
        Assert.Equal(MunicipalHolidays.Kept, second.Spec.Policies.MunicipalHolidays);
    }

    [Fact]
    public void CalculateChain_OpenPause_NothingFollows()
    {
        DeadlineSpec open = Target with { Pauses = [new DeadlinePause(Day(2026, 5, 6), null)] };

        Assert.Single(Calculator.CalculateChain(open, [DeadlinePeriod.Parse("40AT")]));
    }

    [Fact]
    public void Recalculate_NewPriority_KeepsPausesAndNamesTheOldEnd()
    {
        DeadlineSpec spec = Target with { Period = DeadlinePeriod.Parse("P4W"), Pauses = [new DeadlinePause(Day(2026, 5, 6), Day(2026, 5, 8))] };
        Deadline previous = Calculator.Calculate(spec);
        Deadline changed = Calculator.Recalculate(previous, spec with { Period = DeadlinePeriod.Parse("P2W") });

        Assert.Equal(Day(2026, 5, 21), changed.LastDay);
        Assert.Equal((DeadlineStepKind.Recalculated, previous.LastDay), (changed.Steps[0].Kind, changed.Steps[0].Before));
        Assert.Equal("Neuberechnung, bisheriges Ende 04.06.2026 (Donnerstag) (Neuberechnung).", changed.Steps[0].ToGerman());
    }

    [Fact]
    public void Recalculate_OtherUnit_CountsThePauseInThatUnit()
    {
        DeadlineSpec spec = Target with { Period = DeadlinePeriod.Parse("P14D"), Pauses = [new DeadlinePause(Day(2026, 5, 8), Day(2026, 5, 11))] };
        Deadline previous = Calculator.Calculate(spec);

        Assert.Equal(Day(2026, 5, 22), previous.LastDay);
        Assert.Equal(Day(2026, 5, 21), Calculator.Recalculate(previous, spec with { Period = DeadlinePeriod.Parse("10AT") }).LastDay);
    }

    [Fact]
    public void Recalculate_PauseForgotten_IsRefused()
    {
        DeadlineSpec spec = Target with { Pauses = [new DeadlinePause(Day(2026, 5, 6), null), new DeadlinePause(Day(2026, 5, 1), Day(2026, 5, 2))] };
        Deadline previous = Calculator.Calculate(spec);

        DeadlineSpecException refusal = Assert.Throws<DeadlineSpecException>(() => Calculator.Recalculate(previous, Target));
        Assert.Equal(
            [
                "The pause from 2026-05-06 of the previous deadline is missing; pauses are kept when a deadline is computed again.",
                "The pause from 2026-05-01 of the previous deadline is missing; pauses are kept when a deadline is computed again.",
            ],
            refusal.Problems);
        DeadlineSpec shortened = spec with { Pauses = [new DeadlinePause(Day(2026, 5, 6), Day(2026, 5, 7)), new DeadlinePause(Day(2026, 5, 1), Day(2026, 5, 1))] };
        Assert.Single(Assert.Throws<DeadlineSpecException>(() => Calculator.Recalculate(previous, shortened)).Problems);
    }

    [Fact]
    public void Recalculate_OpenPauseClosed_GivesADueDate()
    {
        DeadlineSpec open = Target with { Pauses = [new DeadlinePause(Day(2026, 5, 6), null)] };
        DeadlineSpec closed = Target with { Pauses = [new DeadlinePause(Day(2026, 5, 6), Day(2026, 5, 7)), new DeadlinePause(Day(2026, 5, 11), Day(2026, 5, 11))] };
        Deadline changed = Calculator.Recalculate(Calculator.Calculate(open), closed);

        Assert.Equal(Day(2026, 5, 19), changed.LastDay);
        Assert.StartsWith("Neuberechnung einer offenen Frist", changed.Steps[0].ToGerman(), StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_OtherHolidayData_SaysWhatChanged()
    {
        DeadlineSpec spec = Remedy with { EventDay = Day(2026, 3, 14), Period = DeadlinePeriod.Parse("P1M") };
        HolidayData extended = HolidayData.Germany.Extend(
            """{ "format": "krm-holidays/1", "version": "host-1", "holidays": [ { "id": "einmalig", "name": "Einmaliger Feiertag", "date": "04-14", "entries": [ { "laender": ["BE"], "from": "2026-01-01", "to": "2026-12-31", "legalBasis": "Verordnung" } ] } ] }""",
            "host.json");
        string recorded = Calculator.Calculate(spec).ToJson();
        DeadlineReplay replay = new DeadlineCalculator(extended).Replay(recorded);

        Assert.False(replay.HasSameLastDay);
        Assert.False(replay.HasSameFingerprint);
        Assert.Equal((Day(2026, 4, 14), Day(2026, 4, 15)), (replay.RecordedLastDay, replay.Recomputed.LastDay));
        Assert.Contains("14.04.2026 (Einmaliger Feiertag)", replay.Recomputed.ToGerman(), StringComparison.Ordinal);
        Assert.Equal(Calculator.Fingerprint, replay.RecordedFingerprint);
    }

    [Fact]
    public void Constructor_OfficeCalendar_CountsItsWorkingDaysOnly()
    {
        WorkingDayCalendar office = new WorkingDayCalendarBuilder(Bundesland.Berlin).AddClosure(Closure.On(Day(2026, 5, 12), "Personalversammlung")).Build();
        DeadlineCalculator withOffice = new(office: office);

        Assert.Equal(Day(2026, 5, 13), Calculator.GetLastDay(Target));
        Assert.Equal(Day(2026, 5, 15), withOffice.GetLastDay(Target));
        Assert.Equal(Calculator.GetLastDay(Remedy with { EventDay = Day(2026, 4, 12) }), withOffice.GetLastDay(Remedy with { EventDay = Day(2026, 4, 12) }));
        Assert.Equal($"{Calculator.Fingerprint}-{office.Fingerprint}", withOffice.Fingerprint);
    }

    [Fact]
    public void Constructor_OfficeWithDoubtfulHoliday_GivesBothDates()
    {
        DeadlineCalculator withOffice = new(office: new WorkingDayCalendarBuilder(Bundesland.Bayern).AddClosure(Closure.On(Day(2025, 8, 13), "Brücke")).Build());
        DeadlineSpec spec = new(DeadlineRegime.Service, Day(2025, 8, 11), Bundesland.Bayern, DeadlinePeriod.Parse("3AT"));
        Deadline deadline = withOffice.Calculate(spec);

        Assert.Equal(Day(2025, 8, 15), deadline.LastDay);
        Assert.Equal(
            [(AlternativeKind.SafeToMeet, Day(2025, 8, 15)), (AlternativeKind.NotLateBefore, Day(2025, 8, 18))],
            deadline.Alternatives.Select(alternative => (alternative.Kind, alternative.LastDay)));
        Assert.Equal(DeadlineConfidence.Low, deadline.Confidence);
    }

    [Fact]
    public void Calculate_BackwardOverADoubtfulHoliday_TheEarlierDateIsTheResult()
    {
        DeadlineSpec spec = new(DeadlineRegime.Service, Day(2025, 8, 19), Bundesland.Bayern, DeadlinePeriod.Parse("1AT")) { Direction = DeadlineDirection.Backward };
        Deadline deadline = Calculator.Calculate(spec);

        Assert.Equal(Day(2025, 8, 14), deadline.LastDay);
        Assert.Equal(Day(2025, 8, 15), deadline.Alternatives[^1].LastDay);
        Assert.Equal(deadline.LastDay, deadline.Steps[^1].After);
        Assert.Equal(deadline.LastDay, Calculator.GetLastDay(spec));
    }

    [Fact]
    public void Calculate_BeyondTheCoveredYears_IsRefusedWithTheRange()
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Calculator.Calculate(Remedy with { EventDay = Day(2100, 12, 20) }));
        Assert.Contains("2100", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(Day(1985, 5, 5), Calculator.GetLastDay(new DeadlineSpec(DeadlineRegime.Service, Day(1985, 4, 28), Bundesland.Berlin, DeadlinePeriod.Parse("P1W"))));
    }

    [Fact]
    public void Calculate_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Calculator.Calculate(null!));
        Assert.Throws<ArgumentNullException>(() => Calculator.GetLastDay(null!));
        Assert.Throws<ArgumentNullException>(() => Calculator.GetLastDay(null!, Day(2026, 1, 1)));
        Assert.Throws<ArgumentNullException>(() => Calculator.CalculateChain(Target, null!));
        Assert.Throws<ArgumentNullException>(() => Calculator.Recalculate(null!, Target));
        Assert.Throws<ArgumentNullException>(() => Calculator.Recalculate(Calculator.Calculate(Target), null!));
        Assert.Throws<ArgumentNullException>(() => Calculator.Replay(null!));
        Assert.Throws<ArgumentNullException>(() => Target with { Pauses = null! });
        Assert.Throws<ArgumentNullException>(() => Target with { Closures = null! });
    }

    [Fact]
    public void Calculate_ManyThreads_GiveTheSame()
    {
        DeadlineCalculator fresh = new();
        LocalDate?[] expected = [.. Bundeslaender.All.Select(land => Calculator.GetLastDay(Remedy with { Land = land }))];
        Parallel.For(0, 64, _ => Assert.Equal(expected, Bundeslaender.All.Select(land => fresh.GetLastDay(Remedy with { Land = land }))));
    }

    private static LocalDate Day(int year, int month, int day) => new(year, month, day);
}
