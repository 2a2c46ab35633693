using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.Tests.WorkingDays;

public class WorkingDayCalendarTests
{
    private static readonly LocalDate ChristmasEve = new(2026, 12, 24); // a Thursday

    [Fact]
    public void Closures_OnlyTouchArbeitstage()
    {
        WorkingDayCalendar office = new WorkingDayCalendarBuilder(Bundesland.Hessen)
            .AddClosure(Closure.EveryYear(new AnnualDate(12, 24), new AnnualDate(12, 31), "Jahreswechsel"))
            .Build();

        Assert.False(office.IsWorkingDay(ChristmasEve));
        Assert.True(WorkingDayCalendar.For(Bundesland.Hessen).IsWorkingDay(ChristmasEve));
        Assert.True(StatutoryDayCalendar.For(Bundesland.Hessen).IsWorkingDay(ChristmasEve));
        Assert.True(StatutoryDayCalendar.For(Bundesland.Hessen).IsWorkingDay(new LocalDate(2026, 12, 31)));
        Assert.True(WerktagCalendar.For(Bundesland.Hessen).IsWorkingDay(ChristmasEve));
    }

    [Fact]
    public void Saturday_CountsAsWerktagOnly()
    {
        LocalDate saturday = new(2026, 8, 1);

        Assert.True(WerktagCalendar.For(Bundesland.Bremen).IsWorkingDay(saturday));
        Assert.False(WerktagCalendar.For(Bundesland.Bremen).IsWorkingDay(saturday.PlusDays(1)));
        Assert.False(StatutoryDayCalendar.For(Bundesland.Bremen).IsWorkingDay(saturday));
        Assert.False(WorkingDayCalendar.For(Bundesland.Bremen).IsWorkingDay(saturday));
    }

    [Theory]
    [InlineData(2026, 6, 4, false)] // single day
    [InlineData(2026, 6, 5, true)]
    [InlineData(2026, 7, 12, true)] // the day before the range, Monday to Wednesday
    [InlineData(2026, 7, 13, false)]
    [InlineData(2026, 7, 15, false)]
    [InlineData(2026, 7, 16, true)]
    [InlineData(2027, 1, 2, false)] // over the turn of the year
    [InlineData(2026, 12, 28, false)]
    [InlineData(2027, 1, 4, true)]
    [InlineData(2026, 9, 2, true)] // every Wednesday from 9 September to 23 September
    [InlineData(2026, 9, 9, false)]
    [InlineData(2026, 9, 10, true)]
    [InlineData(2026, 9, 23, false)]
    [InlineData(2026, 9, 30, true)]
    public void Build_Closures_CloseExactlyTheirDays(int year, int month, int day, bool isOpen)
    {
        WorkingDayCalendar office = new WorkingDayCalendarBuilder(Bundesland.Hamburg)
            .WithWeek(WeekPattern.Of(Enumerable.Range(1, 7).Select(number => (IsoDayOfWeek)number).ToArray()))
            .AddClosures([
                Closure.On(new LocalDate(2026, 6, 4), "Personalversammlung"),
                Closure.Between(new LocalDate(2026, 7, 13), new LocalDate(2026, 7, 15), "Umzug"),
                Closure.EveryYear(new AnnualDate(12, 27), new AnnualDate(1, 2), "Jahreswechsel"),
                Closure.EveryWeek(IsoDayOfWeek.Wednesday, new LocalDate(2026, 9, 8), new LocalDate(2026, 9, 23), "Schulung"),
            ])
            .Build();

        Assert.Equal(isOpen, office.IsWorkingDay(new LocalDate(year, month, day)));
    }

    [Fact]
    public void EveryYear_FirstAndLastYear_LimitTheBeginning()
    {
        Closure closure = Closure.EveryYear(new AnnualDate(12, 30), new AnnualDate(1, 2), "", 2026, 2027);

        Assert.False(closure.Covers(new LocalDate(2026, 1, 2)));
        Assert.False(closure.Covers(new LocalDate(2025, 12, 31)));
        Assert.True(closure.Covers(new LocalDate(2026, 12, 30)));
        Assert.True(closure.Covers(new LocalDate(2027, 1, 2)));
        Assert.False(closure.Covers(new LocalDate(2027, 1, 3)));
        Assert.True(closure.Covers(new LocalDate(2027, 12, 31)));
        Assert.True(closure.Covers(new LocalDate(2028, 1, 1)));
        Assert.False(closure.Covers(new LocalDate(2028, 12, 31)));
        WorkingDayCalendar office = new WorkingDayCalendarBuilder(Bundesland.Hamburg).AddClosure(closure).Build();
        Assert.True(office.IsWorkingDay(new LocalDate(2025, 12, 31)));
        Assert.False(office.IsWorkingDay(new LocalDate(2026, 12, 31)));
        Assert.False(office.IsWorkingDay(new LocalDate(2027, 12, 31)));
        Assert.True(office.IsWorkingDay(new LocalDate(2029, 1, 2)));
    }

    [Fact]
    public void EveryYear_NoLimits_ClosesTheFirstAndTheLastCoveredDays()
    {
        WorkingDayCalendar office = new WorkingDayCalendarBuilder(Bundesland.Hamburg)
            .AddClosure(Closure.EveryYear(new AnnualDate(12, 30), new AnnualDate(1, 5), "Jahreswechsel"))
            .Build();

        Assert.False(office.IsWorkingDay(new LocalDate(1990, 1, 2)));
        Assert.True(office.IsWorkingDay(new LocalDate(1990, 1, 8)));
        Assert.False(office.IsWorkingDay(new LocalDate(2100, 12, 31)));
        Assert.True(office.IsWorkingDay(new LocalDate(2100, 12, 29)));
    }

    [Theory]
    [InlineData(1900, 2200)]
    [InlineData(1990, 2100)]
    public void EveryYear_LimitsBeyondTheCoveredYears_CloseEveryYear(int firstYear, int lastYear)
    {
        WorkingDayCalendar office = new WorkingDayCalendarBuilder(Bundesland.Hamburg)
            .AddClosure(Closure.EveryYear(new AnnualDate(6, 20), new AnnualDate(6, 21), "", firstYear, lastYear))
            .AddClosure(Closure.EveryYear(new AnnualDate(12, 24), new AnnualDate(12, 24), "", firstYear, lastYear))
            .Build();

        for (int year = 1990; year <= 2100; year++)
        {
            Assert.False(office.IsWorkingDay(new LocalDate(year, 6, 20)));
            Assert.False(office.IsWorkingDay(new LocalDate(year, 6, 21)));
            Assert.False(office.IsWorkingDay(new LocalDate(year, 12, 24)));
        }
    }

    [Fact]
    public void EveryYear_LeapDay_IsLastOfFebruary()
    {
        Closure closure = Closure.EveryYear(new AnnualDate(2, 29), new AnnualDate(2, 29), "Schalttag");

        Assert.True(closure.Covers(new LocalDate(2024, 2, 29)));
        Assert.False(closure.Covers(new LocalDate(2024, 2, 28)));
        Assert.True(closure.Covers(new LocalDate(2025, 2, 28)));
    }

    [Fact]
    public void Closure_Impossible_IsRefused()
    {
        LocalDate day = new(2026, 6, 4);

        Assert.Contains("2026-06-03 lies before the first, 2026-06-04", Assert.Throws<ArgumentException>(() => Closure.Between(day, day.PlusDays(-1), "")).Message, StringComparison.Ordinal);
        Assert.Contains("2026-06-03 lies before the first, 2026-06-04", Assert.Throws<ArgumentException>(() => Closure.EveryWeek(IsoDayOfWeek.Monday, day, day.PlusDays(-1), "")).Message, StringComparison.Ordinal);
        Assert.Contains("not a day of the week", Assert.Throws<ArgumentException>(() => Closure.EveryWeek(IsoDayOfWeek.None, day, day, "")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Closure.EveryWeek((IsoDayOfWeek)8, day, day, ""));
        Assert.Contains("2026 lies before the first, 2027", Assert.Throws<ArgumentException>(() => Closure.EveryYear(new AnnualDate(1, 1), new AnnualDate(1, 1), "", 2027, 2026)).Message, StringComparison.Ordinal);
        Assert.NotNull(Closure.EveryYear(new AnnualDate(1, 1), new AnnualDate(1, 1), "", 2026, 2026));
        Assert.Throws<ArgumentNullException>(() => Closure.On(day, null!));
        Assert.Throws<ArgumentException>(() => Closure.On(day.WithCalendar(CalendarSystem.Julian), ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => Closure.Between(day, new LocalDate(2101, 1, 1), ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => Closure.Between(new LocalDate(1989, 1, 1), day, ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => Closure.EveryWeek(IsoDayOfWeek.Monday, day, new LocalDate(2101, 1, 1), ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => Closure.EveryWeek(IsoDayOfWeek.Monday, new LocalDate(1989, 1, 1), day, ""));
    }

    [Fact]
    public void EveryWeek_FirstDayOfTheTime_IsClosed()
    {
        LocalDate monday = new(2026, 6, 1);
        Closure closure = Closure.EveryWeek(IsoDayOfWeek.Monday, monday, monday.PlusDays(7), "");

        Assert.True(closure.Covers(monday));
        Assert.False(closure.Covers(monday.PlusDays(1)));
        Assert.True(closure.Covers(monday.PlusDays(7)));
        Assert.False(closure.Covers(monday.PlusDays(14)));
        WorkingDayCalendar office = new WorkingDayCalendarBuilder(Bundesland.Hamburg).AddClosure(closure).Build();
        Assert.False(office.IsWorkingDay(monday));
        Assert.False(office.IsWorkingDay(monday.PlusDays(7)));
        Assert.True(office.IsWorkingDay(monday.PlusDays(14)));
    }

    [Fact]
    public void Builder_Choices_AreKeptApart()
    {
        WorkingDayCalendarBuilder builder = new(Bundesland.Bayern);
        WorkingDayCalendar plain = builder.Build();
        WorkingDayCalendar augsburg = builder.WithMunicipality(MunicipalityKey.Parse("09761000")).Build();
        LocalDate peace = new(2025, 8, 8); // a Friday

        Assert.Equal(WorkingDayCalendar.For(Bundesland.Bayern), plain);
        Assert.Equal(DayStatus.Unknown, plain.GetStatus(peace));
        Assert.Equal(DayStatus.NotCounted, augsburg.GetStatus(peace));
        Assert.Equal(
            DayStatus.Counted,
            builder.WithHolidayData(HolidayData.Read("""{ "format": "krm-holidays/1", "version": "0" }""", "leer.json")).Build().GetStatus(peace));
    }

    [Fact]
    public void Builder_Impossible_IsRefused()
    {
        WorkingDayCalendarBuilder builder = new(Bundesland.Bayern);

        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkingDayCalendarBuilder((Bundesland)16));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDayCalendar.For((Bundesland)16));
        Assert.Contains("'14612000' does not lie in BY", Assert.Throws<ArgumentException>(() => builder.WithMunicipality(MunicipalityKey.Parse("14612000"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => builder.WithMunicipality(default));
        Assert.Contains("has no day", Assert.Throws<ArgumentException>(() => builder.WithWeek(default)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => builder.WithHolidayData(null!));
        Assert.Throws<ArgumentNullException>(() => builder.AddClosure(null!));
        Assert.Throws<ArgumentNullException>(() => builder.AddClosures(null!));
    }

    [Fact]
    public void WeekPattern_Days_AreContainedComparedAndNamed()
    {
        WeekPattern pattern = WeekPattern.Of(IsoDayOfWeek.Thursday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Tuesday);

        Assert.Equal("Di, Do", pattern.ToString());
        Assert.Equal("Mo, Di, Mi, Do, Fr", WeekPattern.MondayToFriday.ToString());
        Assert.Equal("Mo, Di, Mi, Do, Fr, Sa", WeekPattern.MondayToSaturday.ToString());
        Assert.Equal("So", WeekPattern.Of(IsoDayOfWeek.Sunday).ToString());
        Assert.True(pattern.Contains(IsoDayOfWeek.Tuesday));
        Assert.False(pattern.Contains(IsoDayOfWeek.Wednesday));
        Assert.False(pattern.Contains(IsoDayOfWeek.None));
        Assert.True(pattern == WeekPattern.Of(IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday));
        Assert.False(pattern != WeekPattern.Of(IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday));
        Assert.True(pattern != WeekPattern.MondayToFriday);
        Assert.True(pattern.Equals((object)pattern));
        Assert.False(pattern.Equals("Di, Do"));
        Assert.NotEqual(pattern.GetHashCode(), WeekPattern.MondayToFriday.GetHashCode());
        Assert.True(default(WeekPattern).IsEmpty);
        Assert.False(pattern.IsEmpty);
        Assert.Equal("", default(WeekPattern).ToString());
        Assert.Contains("at least one day", Assert.Throws<ArgumentException>(() => WeekPattern.Of()).Message, StringComparison.Ordinal);
        Assert.Contains("'None' is not a day of the week", Assert.Throws<ArgumentException>(() => WeekPattern.Of(IsoDayOfWeek.None)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => WeekPattern.Of((IsoDayOfWeek)8));
        Assert.Throws<ArgumentNullException>(() => WeekPattern.Of(null!));
    }

    [Fact]
    public void Equals_SameDays_WhereverTheyComeFrom()
    {
        WorkingDayCalendar hamburg = WorkingDayCalendar.For(Bundesland.Hamburg);
        WorkingDayCalendar schleswig = WorkingDayCalendar.For(Bundesland.SchleswigHolstein);
        WorkingDayCalendar berlin = WorkingDayCalendar.For(Bundesland.Berlin);

        Assert.Equal(hamburg, schleswig); // the same holidays since 1990
        Assert.Equal(hamburg.GetHashCode(), schleswig.GetHashCode());
        Assert.Equal(hamburg.Fingerprint, schleswig.Fingerprint);
        Assert.NotEqual(hamburg, berlin);
        Assert.NotEqual(hamburg.Fingerprint, berlin.Fingerprint);
        Assert.False(hamburg.Equals(null));
        Assert.False(hamburg.Equals("Hamburg"));
        Assert.False(hamburg.Equals((object)StatutoryDayCalendar.For(Bundesland.Hamburg)));
        Assert.NotEqual(hamburg.Fingerprint, StatutoryDayCalendar.For(Bundesland.Hamburg).Fingerprint);
        Assert.Matches("^[0-9a-f]{16}$", hamburg.Fingerprint);
    }

    [Fact]
    public void Combine_TwoLaender_CountsAndExplainsBoth()
    {
        WorkingDayCalendar bavaria = WorkingDayCalendar.For(Bundesland.Bayern);
        WorkingDayCalendar berlin = WorkingDayCalendar.For(Bundesland.Berlin);
        LocalDate epiphany = new(2026, 1, 6);
        LocalDate womensDay = new(2027, 3, 8);
        LocalDate assumption = new(2025, 8, 15);

        WorkingDayCalendar both = bavaria.Intersect(berlin);
        WorkingDayCalendar either = bavaria.Union(berlin);

        Assert.Equal(DayStatus.NotCounted, both.GetStatus(epiphany));
        Assert.Equal(DayStatus.NotCounted, both.GetStatus(womensDay));
        Assert.Equal(DayStatus.Unknown, both.GetStatus(assumption));
        Assert.Equal(DayStatus.Counted, either.GetStatus(epiphany));
        Assert.Equal(DayStatus.Counted, either.GetStatus(womensDay));
        Assert.Equal(DayStatus.Counted, either.GetStatus(assumption));
        Assert.Equal(DayStatus.NotCounted, either.GetStatus(new LocalDate(2026, 1, 1)));
        Assert.Equal(bavaria.Intersect(berlin), berlin.Intersect(bavaria));
        Assert.Equal(bavaria, bavaria.Union(bavaria));
        Assert.Equal(bavaria, bavaria.Intersect(bavaria));
        Assert.StartsWith("Dienstag, 06.01.2026, ist kein Arbeitstag: Heilige Drei Könige (gesetzlicher Feiertag in Bayern", both.Explain(epiphany).ToGerman(), StringComparison.Ordinal);
        Assert.StartsWith("Dienstag, 06.01.2026, ist ein Arbeitstag, obwohl für einen Teil gilt: Heilige Drei Könige", either.Explain(epiphany).ToGerman(), StringComparison.Ordinal);
        Assert.Equal(
            [Bundesland.Bayern, Bundesland.Berlin],
            both.Explain(new LocalDate(2026, 1, 1)).Reasons.Select(reason => reason.Land));
        Assert.Equal(2, either.Explain(new LocalDate(2026, 1, 1)).Reasons.Count);
        Assert.Single(bavaria.Union(bavaria).Explain(epiphany).Reasons);
        Assert.Single(bavaria.Intersect(bavaria).Explain(epiphany).Reasons);
    }

    [Fact]
    public void Combine_OtherKinds_StayTheirKind()
    {
        Assert.IsType<WerktagCalendar>(WerktagCalendar.For(Bundesland.Bayern).Union(WerktagCalendar.For(Bundesland.Berlin)));
        Assert.IsType<StatutoryDayCalendar>(StatutoryDayCalendar.For(Bundesland.Bayern).Intersect(StatutoryDayCalendar.For(Bundesland.Berlin)));
    }
}
