using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Calendar.Tests.Holidays;

public class HolidayDataTests
{
    [Fact]
    public void GetHolidays_HimmelfahrtOnFirstOfMay2008_GivesTwoNamesOnOneDay()
    {
        IEnumerable<string> names = HolidayData.Germany.GetHolidays(Bundesland.Hamburg, 2008)
            .Where(holiday => holiday.Date == new LocalDate(2008, 5, 1))
            .Select(holiday => holiday.Id);

        Assert.Equal(["christi-himmelfahrt", "tag-der-arbeit"], names);
    }

    [Theory]
    [InlineData(1989)]
    [InlineData(2101)]
    public void GetHolidays_YearOutsideCoverage_IsRefused(int year)
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(
            () => HolidayData.Germany.GetHolidays(Bundesland.Berlin, year));

        Assert.Contains("1990 to 2100", exception.Message, StringComparison.Ordinal);
    }
}
