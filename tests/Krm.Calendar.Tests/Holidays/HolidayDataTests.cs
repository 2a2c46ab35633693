using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.Tests.Holidays;

public class HolidayDataTests
{
    private const string Verordnung = """
        {
          "format": "krm-holidays/1",
          "version": "2027-1",
          "holidays": [
            {
              "id": "reformationsjahr", "name": "Jubiläumstag", "date": "2027-03-19",
              "entries": [{ "laender": ["TH"], "legalBasis": "Verordnung nach § 2 Abs. 3 ThürFGtG" }]
            }
          ]
        }
        """;

    [Theory]
    [InlineData(1989)]
    [InlineData(2101)]
    public void GetHolidays_YearOutsideCoverage_IsRefused(int year)
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(
            () => HolidayData.Germany.GetHolidays(Bundesland.Berlin, year));

        Assert.Contains("1990 to 2100", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => HolidayData.Germany.GetUncertainHolidays(Bundesland.Berlin, year));
    }

    [Fact]
    public void GetHolidays_NoLand_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HolidayData.Germany.GetHolidays((Bundesland)16, 2026));

    [Fact]
    public void Extend_OneOffHoliday_AppliesWithoutChangingTheShippedData()
    {
        HolidayData extended = HolidayData.Germany.Extend(Verordnung, "verordnung.json");

        Holiday holiday = Assert.Single(extended.GetHolidays(Bundesland.Thueringen, 2027), one => one.Id == "reformationsjahr");
        Assert.Equal(new LocalDate(2027, 3, 19), holiday.Date);
        Assert.Equal("Verordnung nach § 2 Abs. 3 ThürFGtG", holiday.LegalBasis);
        Assert.False(WorkingDayCalendar.For(Bundesland.Thueringen, extended).IsWorkingDay(holiday.Date));
        Assert.True(WorkingDayCalendar.For(Bundesland.Thueringen).IsWorkingDay(holiday.Date));
        Assert.Equal("2026-08+2027-1", extended.Version);
        Assert.NotEqual(HolidayData.Germany.Fingerprint, extended.Fingerprint);
        Assert.DoesNotContain(extended.GetHolidays(Bundesland.Thueringen, 2028), one => one.Id == "reformationsjahr");
    }

    [Fact]
    public void Extend_FileNamesAreaAndLawOfTheShippedData_IsTaken()
    {
        const string file = """
            { "format": "krm-holidays/1", "version": "x",
              "holidays": [{ "id": "stadtfest", "name": "Stadtfest", "date": "07-05",
                "entries": [{ "laender": ["BY"], "area": "by-augsburg", "from": "2027-07-01", "to": "2028" }] }] }
            """;
        MunicipalityKey augsburg = MunicipalityKey.Parse("09761000");

        HolidayData extended = HolidayData.Germany.Extend(file, "augsburg.json");

        Assert.Equal(
            [2027, 2028],
            Enumerable.Range(2020, 20).Where(year => extended.GetHolidays(Bundesland.Bayern, year, augsburg).Any(one => one.Id == "stadtfest")));
        Holiday holiday = extended.GetHolidays(Bundesland.Bayern, 2027, augsburg).Single(one => one.Id == "stadtfest");
        Assert.Equal("Art. 1 Abs. 1 Gesetz über den Schutz der Sonn- und Feiertage (BayFTG)", holiday.LegalBasis);
        Assert.Equal(new LocalDate(2027, 7, 1), holiday.ValidFrom);
        Assert.Equal(new LocalDate(2028, 12, 31), holiday.ValidTo);
    }

    [Fact]
    public void Read_CompleteFile_TakesThePlaceOfTheShippedData()
    {
        HolidayData data = HolidayData.Read(Verordnung, "eigene.json");

        Assert.Equal("2027-1", data.Version);
        Assert.Empty(data.GetHolidays(Bundesland.Bayern, 2027));
        Assert.Single(data.GetHolidays(Bundesland.Thueringen, 2027));
    }

    [Fact]
    public void Fingerprint_SameContentOtherwiseFormatted_IsEqual()
    {
        HolidayData plain = HolidayData.Read(Verordnung, "a.json");
        HolidayData dense = HolidayData.Read(Verordnung.Replace("\n", "", StringComparison.Ordinal), "b.json");
        HolidayData other = HolidayData.Read(Verordnung.Replace("03-19", "03-18", StringComparison.Ordinal), "c.json");

        Assert.Equal(plain.Fingerprint, dense.Fingerprint);
        Assert.NotEqual(plain.Fingerprint, other.Fingerprint);
        Assert.Matches("^[0-9a-f]{16}$", plain.Fingerprint);
    }

    [Theory]
    [InlineData("\"id\": \"reformationsjahr\"", "\"id\": \"anders\"")]
    [InlineData("Jubiläumstag", "Anderer Tag")]
    [InlineData("\"TH\"", "\"SN\"")]
    [InlineData("\"laender\": [\"TH\"]", "\"laender\": [\"TH\"], \"from\": \"2027\"")]
    [InlineData("\"laender\": [\"TH\"]", "\"laender\": [\"TH\"], \"to\": \"2027\"")]
    [InlineData("\"laender\": [\"TH\"]", "\"laender\": [\"TH\"], \"note\": \"Bemerkung\"")]
    [InlineData("\"laender\": [\"TH\"]", "\"laender\": [\"TH\"], \"lowConfidence\": true")]
    [InlineData("§ 2 Abs. 3", "§ 2 Abs. 4")]
    [InlineData("\"holidays\"", "\"areas\": [{ \"id\": \"a\", \"land\": \"TH\", \"name\": \"A\", \"yes\": [\"16\"] }], \"holidays\"")]
    public void Fingerprint_AnyChangeOfContent_Differs(string before, string after) =>
        Assert.NotEqual(
            HolidayData.Read(Verordnung, "a.json").Fingerprint,
            HolidayData.Read(Verordnung.Replace(before, after, StringComparison.Ordinal), "b.json").Fingerprint);

    [Fact]
    public void Read_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => HolidayData.Read(null!, "a"));
        Assert.Throws<ArgumentNullException>(() => HolidayData.Read("{}", null!));
        Assert.Throws<ArgumentNullException>(() => HolidayData.Germany.Extend(null!, "a"));
        Assert.Throws<ArgumentNullException>(() => HolidayData.Germany.Extend("{}", null!));
    }

    [Theory]
    [InlineData("02-29", 27)]
    [InlineData("easter", 111)]
    [InlineData("easter+80", 111)]
    [InlineData("easter-80", 111)]
    [InlineData("sunday before 12-25", 111)]
    [InlineData("2000-02-29", 1)]
    public void GetHolidays_DateRule_YieldsSoManyDays(string rule, int days)
    {
        HolidayData data = HolidayData.Read(Verordnung.Replace("2027-03-19", rule, StringComparison.Ordinal), "a.json");

        // 29 February: 27 leap years from 1992 to 2096; 2000 is one, 2100 is none.
        Assert.Equal(days, Enumerable.Range(1990, 111).Sum(year => data.GetHolidays(Bundesland.Thueringen, year).Count));
    }

    [Theory]
    [InlineData("monday", IsoDayOfWeek.Monday)]
    [InlineData("tuesday", IsoDayOfWeek.Tuesday)]
    [InlineData("wednesday", IsoDayOfWeek.Wednesday)]
    [InlineData("thursday", IsoDayOfWeek.Thursday)]
    [InlineData("friday", IsoDayOfWeek.Friday)]
    [InlineData("saturday", IsoDayOfWeek.Saturday)]
    [InlineData("sunday", IsoDayOfWeek.Sunday)]
    public void GetHolidays_WeekdayBefore_IsStrictlyBefore(string weekday, IsoDayOfWeek expected)
    {
        HolidayData data = HolidayData.Read(Verordnung.Replace("2027-03-19", weekday + " before 11-23", StringComparison.Ordinal), "a.json");

        for (int year = 1990; year <= 2100; year++)
        {
            LocalDate date = Assert.Single(data.GetHolidays(Bundesland.Thueringen, year)).Date;
            Assert.Equal(expected, date.DayOfWeek);
            Assert.InRange(date, new LocalDate(year, 11, 16), new LocalDate(year, 11, 22));
        }
    }
}
