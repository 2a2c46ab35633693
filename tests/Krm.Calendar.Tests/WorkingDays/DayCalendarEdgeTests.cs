using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.Tests.WorkingDays;

public class DayCalendarEdgeTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.For(Bundesland.Berlin);
    private static readonly LocalDate First = new(1990, 1, 1);
    private static readonly LocalDate Last = new(2100, 12, 31);

    [Fact]
    public void IsWorkingDay_FirstAndLastCoveredDay_AreAnswered()
    {
        Assert.False(Calendar.IsWorkingDay(First));
        Assert.True(Calendar.IsWorkingDay(Last));
        Assert.Equal(new LocalDate(1990, 1, 2), Calendar.NextWorkingDay(First));
        Assert.Equal(Last, Calendar.NextOrSameWorkingDay(Last));
        Assert.Equal(Last, Calendar.AddWorkingDays(First, Calendar.CountWorkingDaysInclusive(First, Last)));
        Assert.Equal(new LocalDate(1990, 1, 2), Calendar.AddWorkingDays(Last, -Calendar.CountWorkingDays(First, Last)));
    }

    [Theory]
    [InlineData(1989, 12, 31)]
    [InlineData(2101, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(9999, 12, 31)]
    [InlineData(-9998, 1, 1)]
    public void AnyMember_DateNotCovered_IsRefusedWithTheRange(int year, int month, int day)
    {
        LocalDate date = new(year, month, day);
        Action[] calls =
        [
            () => Calendar.IsWorkingDay(date),
            () => Calendar.GetStatus(date),
            () => Calendar.AddWorkingDays(date, 1),
            () => Calendar.AddWorkingDays(date, 0),
            () => Calendar.AddWorkingDaysInclusive(date, 1),
            () => Calendar.CountWorkingDays(date, Last),
            () => Calendar.CountWorkingDays(First, date),
            () => Calendar.CountWorkingDaysInclusive(date, date),
            () => Calendar.CountWorkingDays(new DateInterval(date, date)),
            () => Calendar.GetWorkingDays(new DateInterval(date, date)),
            () => Calendar.EnumerateWorkingDays(new DateInterval(date, date)),
            () => Calendar.Explain(date),
            () => CoveredDays.NumberByProperties(date),
        ];
        Assert.All(calls, call => Assert.Contains(
            "outside the covered days 1990-01-01 to 2100-12-31", Assert.Throws<ArgumentOutOfRangeException>(call).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void AnyMember_OtherCalendarSystem_IsRefused()
    {
        foreach (CalendarSystem system in CalendarSystem.Ids.Select(CalendarSystem.ForId).Where(system => system != CalendarSystem.Iso))
        {
            LocalDate date = new LocalDate(2020, 1, 2).WithCalendar(system);

            ArgumentException exception = Assert.Throws<ArgumentException>(() => Calendar.IsWorkingDay(date));
            Assert.Contains($"'{system.Id}'", exception.Message, StringComparison.Ordinal);
            Assert.Contains("only ISO dates", exception.Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => Calendar.AddWorkingDays(date, 0));
            Assert.Throws<ArgumentException>(() => CoveredDays.NumberByProperties(date));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void AddWorkingDays_BeyondTheLastDay_IsRefused(int count)
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(Last, count));

        Assert.Contains($"{count} counted days from 2100-12-31 lead beyond", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void AddWorkingDays_BeforeTheFirstDay_IsRefused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(new LocalDate(1990, 1, 2), count));

    [Fact]
    public void AddWorkingDays_Zero_ReturnsTheDayItself()
    {
        LocalDate sunday = new(2026, 8, 2);

        Assert.Equal(sunday, Calendar.AddWorkingDays(sunday, 0));
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDaysInclusive(sunday, 0));
        Assert.Contains("at least 1 or at most -1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NumberOf_EveryCoveredDay_IsItsPositionBothWays()
    {
        int number = 0;
        foreach (LocalDate day in CoveredDays.All())
        {
            Assert.Equal(number, CoveredDays.NumberOf(day));
            Assert.Equal(number, CoveredDays.NumberByProperties(day));
            number++;
        }

        Assert.Equal(CoveredDays.Count, number);
        Assert.Equal(Period.DaysBetween(First, Last) + 1, number);
    }

    [Fact]
    public void AnyMember_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Calendar.CountWorkingDays(null!));
        Assert.Throws<ArgumentNullException>(() => { _ = Calendar.GetWorkingDays(null!); });
        Assert.Throws<ArgumentNullException>(() => Calendar.EnumerateWorkingDays(null!));
        Assert.Throws<ArgumentNullException>(() => Calendar.Union(null!));
        Assert.Throws<ArgumentNullException>(() => Calendar.Intersect(null!));
        Assert.Throws<ArgumentNullException>(() => WorkingDayAdjusters.NextWorkingDay(null!));
        Assert.Throws<ArgumentNullException>(() => WorkingDayAdjusters.NextOrSameWorkingDay(null!));
        Assert.Throws<ArgumentNullException>(() => WorkingDayAdjusters.PreviousWorkingDay(null!));
        Assert.Throws<ArgumentNullException>(() => WorkingDayAdjusters.PreviousOrSameWorkingDay(null!));
        Assert.Throws<ArgumentNullException>(() => WorkingDayAdjusters.AddWorkingDays(null!, 1));
    }

    [Fact]
    public void Spans_TooShort_AreRefused()
    {
        LocalDate[] dates = [First, Last];
        LocalDate[] oneDate = [First];
        int[] oneCount = [1];
        int[] twoCounts = [1, -1];

        Assert.Contains("1 elements are given; needed are at least 2", Assert.Throws<ArgumentException>(() => Calendar.IsWorkingDay(dates, new bool[1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Calendar.AddWorkingDays(dates, 1, oneDate));
        Assert.Equal("counts", Assert.Throws<ArgumentException>(() => Calendar.AddWorkingDays(dates, oneCount, new LocalDate[2])).ParamName);
        Assert.Equal("results", Assert.Throws<ArgumentException>(() => Calendar.AddWorkingDays(dates, twoCounts, oneDate)).ParamName);
        Assert.Equal("ends", Assert.Throws<ArgumentException>(() => Calendar.CountWorkingDays(dates, oneDate, new int[2])).ParamName);
        Assert.Equal("results", Assert.Throws<ArgumentException>(() => Calendar.CountWorkingDays(dates, dates, oneCount)).ParamName);
    }

    [Fact]
    public void Adjusters_WithLocalDate_MoveAsTheCalendarDoes()
    {
        LocalDate friday = new(2026, 4, 3); // Good Friday
        LocalDate thursday = new(2026, 4, 2);
        LocalDate tuesday = new(2026, 4, 7);

        Assert.Equal(tuesday, friday.With(WorkingDayAdjusters.NextWorkingDay(Calendar)));
        Assert.Equal(tuesday, friday.With(WorkingDayAdjusters.NextOrSameWorkingDay(Calendar)));
        Assert.Equal(thursday, thursday.With(WorkingDayAdjusters.NextOrSameWorkingDay(Calendar)));
        Assert.Equal(tuesday, thursday.With(WorkingDayAdjusters.NextWorkingDay(Calendar)));
        Assert.Equal(thursday, friday.With(WorkingDayAdjusters.PreviousWorkingDay(Calendar)));
        Assert.Equal(thursday, friday.With(WorkingDayAdjusters.PreviousOrSameWorkingDay(Calendar)));
        Assert.Equal(tuesday, tuesday.With(WorkingDayAdjusters.PreviousOrSameWorkingDay(Calendar)));
        Assert.Equal(thursday, tuesday.With(WorkingDayAdjusters.PreviousWorkingDay(Calendar)));
        Assert.Equal(new LocalDate(2026, 4, 8), friday.With(WorkingDayAdjusters.AddWorkingDays(Calendar, 2)));
    }

    [Fact]
    public void HotPath_AnyCall_AllocatesNothing()
    {
        LocalDate date = new(2026, 8, 1);
        LocalDate[] results = [date, date];
        int sum = Use();
        long before = GC.GetAllocatedBytesForCurrentThread();
        sum += Use();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.NotEqual(0, sum);

        int Use()
        {
            Calendar.AddWorkingDays(results, 1, results);
            return Calendar.AddWorkingDays(date, 250).Day
                + Calendar.CountWorkingDays(date, Last)
                + (Calendar.IsWorkingDay(date) ? 1 : 0)
                + Calendar.NextOrSameWorkingDay(date).Day;
        }
    }
}
