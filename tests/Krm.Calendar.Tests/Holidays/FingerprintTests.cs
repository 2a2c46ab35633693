using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;

namespace Krm.Calendar.Tests.Holidays;

/// <summary>Fingerprints stand in files for years: the same content must give the same text in every version.</summary>
public class FingerprintTests
{
    private const string Head = """
        {
          // comments and trailing commas are allowed in a file that people write
          "format": "krm-holidays/1", "version": "1", "source": "Test",
          "laws": { "BY": "Gesetz BY", "BE": "Gesetz BE", },
        """;

    private const string Areas = """
          "areas": [
            { "id": "b", "land": "BY", "name": "B", "yes": ["092", "091"], "no": ["093"], "unknown": ["0911"] },
            { "id": "a", "land": "BY", "name": "A", "yes": ["0910"] },
          ],
        """;

    private const string First = """
            { "id": "b", "name": "B", "date": "12-24", "entries": [
              { "laender": ["BY"], "from": "2000", "note": "später" }, { "laender": ["BY"], "to": "1999", "lowConfidence": true } ] },
        """;

    private const string Second = """
            { "id": "a", "name": "A", "date": "easter+1", "entries": [
              { "laender": ["BY"], "area": "b" }, { "laender": ["BY"], "area": "a" }, { "laender": ["BE"], "legalBasis": "Anderes" } ] },
        """;

    [Fact]
    public void HolidayData_KnownContent_HasKnownFingerprint() =>
        Assert.Equal("3b29cec4af383d91", Read(First + Second).Fingerprint);

    [Fact]
    public void HolidayData_OtherOrderOfHolidays_HasTheSameFingerprint() =>
        Assert.Equal(Read(First + Second).Fingerprint, Read(Second + First).Fingerprint);

    [Fact]
    public void Calendar_KnownDays_HasKnownFingerprint()
    {
        HolidayData empty = HolidayData.Read("""{ "format": "krm-holidays/1", "version": "0" }""", "leer.json");

        Assert.Equal("715962afa2ca410a", WorkingDayCalendar.For(Bundesland.Berlin, empty).Fingerprint);
        Assert.Equal("3a545f763654861f", WerktagCalendar.For(Bundesland.Berlin, empty).Fingerprint);
        Assert.Equal("7fbd112eaab4ba4f", StatutoryDayCalendar.For(Bundesland.Bayern, Read(Second)).Fingerprint);
    }

    private static HolidayData Read(string holidays) => HolidayData.Read($"{Head}{Areas}\"holidays\": [{holidays}] }}", "x.json");
}
