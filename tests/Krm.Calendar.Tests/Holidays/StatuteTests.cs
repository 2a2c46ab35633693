using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Calendar.Tests.Holidays;

public class StatuteTests
{
    public static TheoryData<string> Codes => [.. Bundeslaender.All.Select(land => land.Code())];

    [Theory]
    [MemberData(nameof(Codes))]
    public void GetHolidays_AllYears_EqualStatutes(string code)
    {
        for (int year = HolidayData.FirstYear; year <= HolidayData.LastYear; year++)
        {
            IEnumerable<LocalDate> dates = HolidayData.Germany.GetHolidays(Bundeslaender.Parse(code), year)
                .Select(holiday => holiday.Date)
                .Distinct();

            Assert.Equal(StatuteTable.Of(code, year), dates);
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void GetHolidays_AllYears_AreSortedDistinctAndComplete(string code)
    {
        Bundesland land = Bundeslaender.Parse(code);
        for (int year = HolidayData.FirstYear; year <= HolidayData.LastYear; year++)
        {
            IReadOnlyList<Holiday> holidays = HolidayData.Germany.GetHolidays(land, year);

            Assert.Equal(holidays.OrderBy(holiday => holiday.Date).ThenBy(holiday => holiday.Id, StringComparer.Ordinal), holidays);
            Assert.Equal(holidays.Count, holidays.Select(holiday => (holiday.Id, holiday.Date)).Distinct().Count());
            Assert.All(holidays, holiday =>
            {
                Assert.Equal(year, holiday.Date.Year);
                Assert.Equal(land, holiday.Land);
                Assert.Equal(HolidayScope.Land, holiday.Scope);
                Assert.Null(holiday.Area);
                Assert.NotEmpty(holiday.LegalBasis);
                Assert.True(holiday.ValidFrom is null || holiday.ValidFrom <= holiday.Date);
                Assert.True(holiday.ValidTo is null || holiday.ValidTo >= holiday.Date);
            });
        }
    }

    [Fact]
    public void GetHolidays_EachYear_HasEasterOfKnownTables()
    {
        // Extreme and well-known dates of Easter Sunday.
        (int Year, int Month, int Day)[] known = [(1990, 4, 15), (2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2038, 4, 25), (2076, 4, 19), (2100, 3, 28)];
        foreach ((int year, int month, int day) in known)
        {
            Holiday monday = Assert.Single(HolidayData.Germany.GetHolidays(Bundesland.Berlin, year), holiday => holiday.Id == "ostermontag");
            Assert.Equal(new LocalDate(year, month, day).PlusDays(1), monday.Date);
        }
    }

    [Fact]
    public void GetHolidays_HimmelfahrtOnFirstOfMay_HappensIn2008Only()
    {
        IEnumerable<int> years = Enumerable.Range(HolidayData.FirstYear, 111)
            .Where(year => HolidayData.Germany.GetHolidays(Bundesland.Hamburg, year).Count(holiday => holiday.Date == new LocalDate(year, 5, 1)) == 2);

        Assert.Equal([2008], years);
    }

    [Fact]
    public void GetHolidays_EastBeforeUnity_IsMarkedLowConfidenceWithLawOfTheGdr()
    {
        Holiday may = Assert.Single(HolidayData.Germany.GetHolidays(Bundesland.Sachsen, 1990), holiday => holiday.Id == "tag-der-arbeit");
        Holiday unity = Assert.Single(HolidayData.Germany.GetHolidays(Bundesland.Sachsen, 1990), holiday => holiday.Id == "tag-der-deutschen-einheit");

        Assert.True(may.IsLowConfidence);
        Assert.Contains("DDR", may.LegalBasis, StringComparison.Ordinal);
        Assert.Equal(new LocalDate(1990, 10, 2), may.ValidTo);
        Assert.False(unity.IsLowConfidence);
        Assert.Contains("Einigungsvertrag", unity.LegalBasis, StringComparison.Ordinal);
    }
}
