using Krm.Analytics.Causes;
using Krm.Analytics.Counting;
using Krm.Analytics.Effects;
using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Analytics.Tests.Effects;

public sealed class MeasuredSeriesTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly CauseCell Bauamt = new([KeyValuePair.Create("unit", "Bauamt")]);

    [Fact]
    public void TryCount_Cell_CountsItsCasesOnlyAndEveryPeriod()
    {
        var series = MeasuredSeries.TryCount(Cube(), Bauamt, Monday.PlusWeeks(2), Monday.PlusWeeks(5))!;

        Assert.Equal([2, 0, 1, 0, 3], series.Counts);
        Assert.Equal(2, series.FirstPeriodAfter);
        Assert.Equal(52, series.PeriodsPerYear);
        Assert.Equal([5, 5, 5, 5, 5], series.Exposure);
    }

    [Fact]
    public void TryCount_NoCoordinates_CountsAllCases() =>
        Assert.Equal(
            [3, 0, 1, 0, 3], MeasuredSeries.TryCount(Cube(), new CauseCell([]), Monday.PlusWeeks(2), Monday.PlusWeeks(5))!.Counts);

    [Theory]
    [InlineData(33, 4)]
    [InlineData(34, 5)]
    [InlineData(41, 6)]
    public void TryCount_PeriodNotOver_IsLeftOut(int dayOfStudy, int periods) =>
        Assert.Equal(periods, MeasuredSeries.TryCount(Cube(), Bauamt, Monday.PlusWeeks(2), Monday.PlusDays(dayOfStudy))!.Counts.Count);

    [Theory]
    [InlineData(0, 35)]
    [InlineData(-7, 35)]
    [InlineData(35, 34)]
    public void TryCount_NothingBeforeOrAfter_IsNull(int measureDay, int dayOfStudy) =>
        Assert.Null(MeasuredSeries.TryCount(Cube(), Bauamt, Monday.PlusDays(measureDay), Monday.PlusDays(dayOfStudy)));

    [Fact]
    public void TryCount_Calendar_CountsHolidaysOut()
    {
        var berlin = WorkingDayCalendar.For(Bundesland.Berlin);

        var series = MeasuredSeries.TryCount(Cube(), Bauamt, Monday.PlusWeeks(2), Monday.PlusWeeks(6), berlin)!;

        // Good Friday 2026 is 3 April, Easter Monday 6 April.
        Assert.Equal([5, 5, 5, 5, 4, 4], series.Exposure);
    }

    [Fact]
    public void TryCount_EmptyCube_IsNull() =>
        Assert.Null(MeasuredSeries.TryCount(new CountCubeBuilder(Plan()).Build(), Bauamt, Monday, Monday.PlusWeeks(5)));

    [Fact]
    public void TryCount_UnknownDimension_NamesTheKnownOnes()
    {
        var exception = Assert.Throws<ArgumentException>(
            () => MeasuredSeries.TryCount(Cube(), new CauseCell([KeyValuePair.Create("place", "x")]), Monday, Monday.PlusWeeks(5)));

        Assert.Contains("unit", exception.Message, StringComparison.Ordinal);
    }

    private static CountPlan Plan() => new(PeriodKind.Week, ["unit"]);

    private static CountCube Cube()
    {
        var builder = new CountCubeBuilder(Plan());
        foreach (var (week, unit) in new[] { (0, "Bauamt"), (0, "Bauamt"), (0, "Amt"), (2, "Bauamt"), (4, "Bauamt"), (4, "Bauamt"), (4, "Bauamt") })
        {
            builder.Add(Monday.PlusWeeks(week), [unit]);
        }

        return builder.Build();
    }
}
