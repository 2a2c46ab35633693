using Krm.Calendar.Holidays;
using Krm.Calendar.ICalendar;
using Krm.Calendar.WorkingDays;
using NodaTime;
using NodaTime.Text;

namespace Krm.Calendar.Tests.Holidays;

/// <summary>Errors that other libraries are known for, one row each: what must be true here.</summary>
public class PublishedErrorTests
{
    [Theory]
    [InlineData("BE", "1994-11-16", true, "Buß- und Bettag before 1995 outside Saxony is missing")]
    [InlineData("HH", "1990-11-21", true, "Buß- und Bettag before 1995 outside Saxony is missing")]
    [InlineData("BE", "1995-11-22", false, "Buß- und Bettag goes on after its end")]
    [InlineData("SN", "1995-11-22", true, "Buß- und Bettag in Saxony ends with the others")]
    [InlineData("HH", "2016-10-31", false, "Reformationstag in the North before 2017")]
    [InlineData("NI", "2000-10-31", false, "Reformationstag in the North before 2017")]
    [InlineData("HB", "2017-10-31", true, "Reformationstag 2017 in all Länder")]
    [InlineData("BY", "2017-10-31", true, "Reformationstag 2017 in all Länder")]
    [InlineData("BY", "2018-10-31", false, "Reformationstag 2017 repeated")]
    [InlineData("SH", "2018-10-31", true, "Reformationstag in the North from 2018 is missing")]
    [InlineData("BE", "2020-05-08", true, "Berlin's one-off 2020 is missing")]
    [InlineData("BE", "2025-05-08", true, "Berlin's one-off 2025 is missing")]
    [InlineData("BE", "2021-05-08", false, "Berlin's one-off repeated")]
    [InlineData("BB", "2025-05-08", false, "a Gedenktag taken for a holiday")]
    [InlineData("BE", "2028-06-17", true, "Berlin's one-off 2028 is missing")]
    [InlineData("BE", "2029-06-17", false, "Berlin's one-off repeated")]
    [InlineData("BY", "2024-08-15", false, "15 August for all of Bavaria")]
    [InlineData("SL", "2024-08-15", true, "15 August in Saarland")]
    [InlineData("BY", "2024-08-08", false, "the Peace Festival of Augsburg for all of Bavaria")]
    [InlineData("ST", "1990-01-06", false, "Epiphany in Saxony-Anhalt starts in 1990")]
    [InlineData("ST", "1992-01-06", false, "Epiphany in Saxony-Anhalt starts before 1993")]
    [InlineData("ST", "1993-01-06", true, "Epiphany in Saxony-Anhalt starts in 1993")]
    [InlineData("BE", "2018-03-08", false, "Women's Day starts too early")]
    [InlineData("MV", "2022-03-08", false, "Women's Day starts too early")]
    [InlineData("MV", "2023-03-08", true, "Women's Day in Mecklenburg-Vorpommern is missing")]
    [InlineData("TH", "2018-09-20", false, "Children's Day starts too early")]
    [InlineData("TH", "2019-09-20", true, "Children's Day is missing")]
    [InlineData("BW", "1990-06-17", true, "17 June 1990 is missing")]
    [InlineData("BW", "1991-06-17", false, "17 June after the Einigungsvertrag")]
    [InlineData("SN", "1990-06-17", false, "17 June in the East")]
    [InlineData("HH", "2008-05-01", true, "Ascension on 1 May 2008: crash or double count")]
    [InlineData("HH", "2008-05-02", false, "a bridge day taken for a holiday")]
    [InlineData("NW", "2024-05-31", false, "a bridge day taken for a holiday")]
    [InlineData("BE", "2024-12-24", false, "24 December taken for a holiday")]
    [InlineData("BE", "2024-12-31", false, "31 December taken for a holiday")]
    [InlineData("HE", "2024-03-31", false, "Easter Sunday listed in Hesse")]
    [InlineData("BB", "2024-03-31", true, "Easter Sunday in Brandenburg is missing")]
    [InlineData("SN", "2024-05-30", false, "Corpus Christi for all of Saxony")]
    [InlineData("TH", "2024-05-30", false, "Corpus Christi for all of Thuringia")]
    public void GetHolidays_PublishedErrorOfOthers_IsNotMade(string land, string day, bool isHoliday, string error)
    {
        LocalDate date = LocalDatePattern.Iso.Parse(day).Value;

        bool found = HolidayData.Germany.GetHolidays(Bundeslaender.Parse(land), date.Year).Any(holiday => holiday.Date == date);

        Assert.True(found == isHoliday, error);
    }

    [Fact]
    public void CountWorkingDays_TwoHolidaysOnOneDay_AreOneDayOff()
    {
        WorkingDayCalendar calendar = WorkingDayCalendar.For(Bundesland.Hamburg);

        Assert.Equal(4, calendar.CountWorkingDays(new LocalDate(2008, 4, 28), new LocalDate(2008, 5, 5)));
        Assert.Equal(2, calendar.Explain(new LocalDate(2008, 5, 1)).Reasons.Count);
    }

    [Fact]
    public void AddWorkingDays_FromGoodFriday_CountsFromTheDayItselfUnlessMovedFirst()
    {
        // Another case system publishes 4 April: it moves the start to a working day first. Both readings can be said.
        WorkingDayCalendar calendar = WorkingDayCalendar.For(Bundesland.NordrheinWestfalen);
        LocalDate goodFriday = new(2024, 3, 29);

        Assert.Equal(new LocalDate(2024, 4, 3), calendar.AddWorkingDays(goodFriday, 2));
        Assert.Equal(new LocalDate(2024, 4, 4), calendar.AddWorkingDays(calendar.NextOrSameWorkingDay(goodFriday), 2));
    }

    [Fact]
    public void WriteHolidays_AllDayEvent_EndsOnTheNextDay()
    {
        Holiday newYear = HolidayData.Germany.GetHolidays(Bundesland.Bayern, 2026)[0];

        string file = ICalendarExport.WriteHolidays([newYear], Instant.FromUtc(2026, 8, 1, 0, 0));

        Assert.Contains("DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20260102\r\n", file, StringComparison.Ordinal);
    }
}
