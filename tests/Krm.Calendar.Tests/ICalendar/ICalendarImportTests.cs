using System.Globalization;
using Krm.Calendar.ICalendar;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.Tests.ICalendar;

public class ICalendarImportTests
{
    private static readonly ICalendarImportOptions Timed = new() { TimedEvents = TimedEventPolicy.CloseTouchedDays };

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20260713\nDTEND;VALUE=DATE:20260716", "13.07-15.07")] // the end is exclusive
    [InlineData("DTSTART;VALUE=DATE:20260713", "13.07")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nDTEND;VALUE=DATE:20260713", "13.07")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nDURATION:P3D", "13.07-15.07")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nDURATION:P1W", "13.07-19.07")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nDURATION:PT36H", "13.07-14.07")]
    [InlineData("DTSTART:20260713", "13.07")] // VALUE=DATE forgotten
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:FREQ=DAILY;COUNT=3", "13.07 14.07 15.07")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20260717", "13.07 15.07 17.07")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:FREQ=DAILY;UNTIL=20260714T220000Z", "13.07 14.07 15.07")] // 15 July in Berlin
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:FREQ=DAILY;BYDAY=MO,WE;COUNT=3", "13.07 15.07 20.07")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:FREQ=WEEKLY;COUNT=2", "13.07 20.07")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:FREQ=WEEKLY;BYDAY=MO,FR;COUNT=4", "13.07 17.07 20.07 24.07")]
    [InlineData("DTSTART;VALUE=DATE:20260714\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4;WKST=MO", "14.07 19.07 28.07 02.08")]
    [InlineData("DTSTART;VALUE=DATE:20260714\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4;WKST=SU", "14.07 26.07 28.07 09.08")]
    [InlineData("DTSTART;VALUE=DATE:20260131\nRRULE:FREQ=MONTHLY;COUNT=3", "31.01 31.03 31.05")]
    [InlineData("DTSTART;VALUE=DATE:20260131\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "31.01 28.02 31.03")]
    [InlineData("DTSTART;VALUE=DATE:20260107\nRRULE:FREQ=MONTHLY;BYDAY=1WE;COUNT=3", "07.01 04.02 04.03")]
    [InlineData("DTSTART;VALUE=DATE:20260130\nRRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "30.01 27.02 27.03")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:FREQ=MONTHLY;BYMONTH=7,9;COUNT=2", "13.07 13.09")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRDATE;VALUE=DATE:20260801,20260720", "13.07 20.07 01.08")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE;VALUE=DATE:20260714,20260716", "13.07 15.07")]
    public void ReadClosures_AllDayEvent_ClosesItsDays(string lines, string days)
    {
        ICalendarImportResult result = ICalendarImport.ReadClosures(Event(lines + "\nSUMMARY:Schließtag"));

        Assert.Empty(result.Ignored);
        Assert.Equal(days, Days(result, 2026));
        Assert.All(result.Closures, closure => Assert.Equal("Schließtag", closure.Note));
    }

    [Theory]
    [InlineData("RRULE:FREQ=YEARLY", "24.12.1999 24.12.2000 24.12.2001")]
    [InlineData("RRULE:FREQ=YEARLY;INTERVAL=2", "24.12.1999 24.12.2001")]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=1,12;BYMONTHDAY=2,24;COUNT=4", "24.12.1999 02.01.2000 24.01.2000 02.12.2000")]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=-1SU;COUNT=2", "24.12.1999 26.11.2000")]
    [InlineData("RRULE:FREQ=YEARLY;BYDAY=1MO,-1MO;COUNT=3", "24.12.1999 27.12.1999 03.01.2000")]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=3;COUNT=2", "24.12.1999 24.03.2000")]
    public void ReadClosures_YearlyEvent_IsUnrolledWithinTheRange(string rule, string days)
    {
        ICalendarImportOptions options = new() { Range = new DateInterval(new LocalDate(1990, 1, 1), new LocalDate(2001, 12, 31)) };

        ICalendarImportResult result = ICalendarImport.ReadClosures(Event("DTSTART;VALUE=DATE:19991224\n" + rule), options);

        Assert.Equal(days, string.Join(' ', result.Closures.Select(closure => First(closure, 1999, 2001).ToString("dd.MM.uuuu", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void ReadClosures_Range_ClipsAndSkips()
    {
        ICalendarImportOptions options = new() { Range = new DateInterval(new LocalDate(2026, 7, 14), new LocalDate(2026, 7, 20)) };

        ICalendarImportResult result = ICalendarImport.ReadClosures(
            Event("DTSTART;VALUE=DATE:20260710\nDTEND;VALUE=DATE:20260716", "DTSTART;VALUE=DATE:20260721", "DTSTART;VALUE=DATE:20260714\nRRULE:FREQ=DAILY"), options);

        Assert.Equal("14.07-15.07 14.07 15.07 16.07 17.07 18.07 19.07 20.07", Days(result, 2026));
        IgnoredEntry ignored = Assert.Single(result.Ignored);
        Assert.Equal(6, ignored.Line);
        Assert.Contains("liegt im Zeitraum", ignored.Reason, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ICalendarImport.ReadClosures("", options with { Range = new DateInterval(new LocalDate(1980, 1, 1), new LocalDate(2026, 1, 1)) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => ICalendarImport.ReadClosures("", options with { Range = new DateInterval(new LocalDate(2026, 1, 1), new LocalDate(2101, 1, 1)) }));
    }

    [Theory]
    [InlineData("DTSTART;TZID=Europe/Berlin:20260713T080000\nDTEND;TZID=Europe/Berlin:20260714T120000", "13.07-14.07")]
    [InlineData("DTSTART;TZID=Europe/Berlin:20260713T080000\nDTEND;TZID=Europe/Berlin:20260715T000000", "13.07-14.07")] // until midnight
    [InlineData("DTSTART:20260713T220000Z\nDTEND:20260713T230000Z", "14.07")] // midnight in Berlin
    [InlineData("DTSTART:20260713T080000\nDURATION:PT2H", "13.07")] // floating
    [InlineData("DTSTART:20260713T080000", "13.07")]
    [InlineData("DTSTART;TZID=America/New_York:20260713T200000\nDURATION:PT1H", "14.07")]
    [InlineData("DTSTART;TZID=\"W. Europe Standard Time\":20260713T080000\nDURATION:PT1H", "13.07")] // Outlook
    [InlineData("DTSTART;TZID=America/New_York:20260713T200000\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20260715T000000Z", "14.07 16.07")]
    [InlineData("DTSTART;TZID=Europe/Berlin:20260713T080000\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20260714", "13.07 15.07")]
    [InlineData("DTSTART;TZID=Europe/Berlin:20260713T080000\nRRULE:FREQ=DAILY;UNTIL=20260714T060000Z", "13.07 14.07")]
    [InlineData("DTSTART;TZID=Europe/Berlin:20260713T080000\nRRULE:FREQ=DAILY;UNTIL=20260714T055959Z", "13.07")]
    [InlineData("DTSTART;TZID=Europe/Berlin:20261024T233000\nDURATION:PT2H", "24.10-25.10")] // into the clock change
    public void ReadClosures_TimedEvent_ClosesTouchedDaysOnlyWhenAsked(string lines, string days)
    {
        ICalendarImportResult asked = ICalendarImport.ReadClosures(Event(lines), Timed);
        ICalendarImportResult notAsked = ICalendarImport.ReadClosures(Event(lines));

        Assert.Equal(days, Days(asked, 2026));
        Assert.Empty(notAsked.Closures);
        Assert.Equal(2, Assert.Single(notAsked.Ignored).Line);
        Assert.Contains("Uhrzeit", notAsked.Ignored[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20260713\nSTATUS:CANCELLED", "abgesagt")]
    [InlineData("SUMMARY:nichts", "DTSTART fehlt")]
    [InlineData("DTSTART;VALUE=DATE:20261301", "DTSTART in Zeile 3 ist weder ein Datum")]
    [InlineData("DTSTART;TZID=Mars/Olympus:20260713T080000", "Zeitzone in Zeile 3 ist unbekannt")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nDTEND;VALUE=DATE:20260712", "Ende liegt vor dem Anfang")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nDTEND:20260714T080000Z", "nicht beide")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nDURATION:lang", "DURATION in Zeile 4 ist fehlerhaft")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nDURATION:-P1D", "DURATION in Zeile 4 ist fehlerhaft")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nDURATION:P20000D", "mehr als zehn Jahre")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:FREQ=HOURLY", "Teil FREQ der Wiederholung in Zeile 4")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:COUNT=3", "Teil FREQ der Wiederholung in Zeile 4")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:FREQ=WEEKLY;BYDAY=1MO", "Teil FREQ der Wiederholung in Zeile 4")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:FREQ=MONTHLY;BYSETPOS=1", "Teil BYSETPOS")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:FREQ=DAILY;COUNT=0", "Teil COUNT")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:FREQ=DAILY;INTERVAL=10001", "Teil INTERVAL")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:FREQ=WEEKLY;BYDAY=XX", "Teil BYDAY")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:FREQ=WEEKLY;BYDAY=M", "Teil BYDAY")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:FREQ", "Teil FREQ")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY", "mehrere RRULE")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRDATE;VALUE=PERIOD:20260713T000000Z/PT1H", "RDATE mit Zeiträumen in Zeile 4")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRRULE:FREQ=DAILY;COUNT=1\nEXDATE;VALUE=DATE:20260713", "ausgenommen")]
    [InlineData("DTSTART;VALUE=DATE:20260713\nRECURRENCE-ID:gestern", "RECURRENCE-ID in Zeile 4")]
    public void ReadClosures_UnusableEvent_IsReportedWithLineAndReason(string lines, string reason)
    {
        ICalendarImportResult result = ICalendarImport.ReadClosures(Event(lines + "\nSUMMARY:Geheimes"));

        Assert.Empty(result.Closures);
        IgnoredEntry ignored = Assert.Single(result.Ignored);
        Assert.Equal(2, ignored.Line);
        Assert.Contains(reason, ignored.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheimes", ignored.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadClosures_ChangedAndCancelledOccurrences_ReplaceThoseOfTheSeries()
    {
        ICalendarImportResult result = ICalendarImport.ReadClosures(Event(
            "UID:a\nDTSTART;VALUE=DATE:20260713\nRRULE:FREQ=WEEKLY;COUNT=4",
            "UID:a\nRECURRENCE-ID;VALUE=DATE:20260720\nDTSTART;VALUE=DATE:20260721",
            "UID:a\nRECURRENCE-ID;VALUE=DATE:20260727\nDTSTART;VALUE=DATE:20260727\nSTATUS:CANCELLED",
            "UID:b\nDTSTART;VALUE=DATE:20260720"));

        Assert.Equal("13.07 03.08 21.07 20.07", Days(result, 2026));
        Assert.Contains("abgesagt", Assert.Single(result.Ignored).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadClosures_OtherComponents_AreReportedOrBelongToTheFile()
    {
        const string file = "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
            + "BEGIN:VTODO\r\nSUMMARY:x\r\nEND:VTODO\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:2026\r\n 0713\r\nSUMMARY:Lange\r\n\t Zeile\\, gefaltet\\n\\\\\r\n"
            + "BEGIN:VALARM\r\nDTSTART;VALUE=DATE:20260101\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        ICalendarImportResult result = ICalendarImport.ReadClosures("\uFEFF" + file);

        Assert.Equal("13.07", Days(result, 2026));
        Assert.Equal("Lange Zeile, gefaltet\n\\", result.Closures[0].Note);
        Assert.Equal(new IgnoredEntry(8, "VTODO ist kein Termin"), Assert.Single(result.Ignored));
    }

    [Theory]
    [InlineData("", 1, "expected BEGIN:VCALENDAR")]
    [InlineData("Datum;Grund\n24.12.;Heiligabend", 1, "a line needs a name, a colon and a value")]
    [InlineData("BEGIN:VEVENT\nEND:VEVENT", 1, "expected BEGIN:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260713\n", 3, "the file ends before END:VEVENT")]
    [InlineData("BEGIN:VCALENDAR", 1, "the file ends before END:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR", 3, "expected END:VEVENT")]
    [InlineData("BEGIN:VCALENDAR\n\"x:y", 2, "a line needs a name, a colon and a value")]
    public void ReadClosures_NoCalendarFile_NamesTheLine(string text, int line, string problem)
    {
        ICalendarFormatException exception = Assert.Throws<ICalendarFormatException>(() => ICalendarImport.ReadClosures(text));

        Assert.Equal(line, exception.Line);
        Assert.Equal($"Line {line}: {problem}", exception.Message);
    }

    [Fact]
    public void ReadClosures_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => ICalendarImport.ReadClosures(null!));

    private static string Event(params string[] events) =>
        "BEGIN:VCALENDAR\n" + string.Concat(events.Select(lines => $"BEGIN:VEVENT\n{lines}\nEND:VEVENT\n")) + "END:VCALENDAR\n";

    private static string Days(ICalendarImportResult result, int year) => string.Join(' ', result.Closures.Select(closure =>
    {
        LocalDate first = First(closure, year, year);
        LocalDate last = first;
        while (closure.Covers(last.PlusDays(1)))
        {
            last = last.PlusDays(1);
        }

        return first == last ? first.ToString("dd.MM", CultureInfo.InvariantCulture) : $"{first.ToString("dd.MM", CultureInfo.InvariantCulture)}-{last.ToString("dd.MM", CultureInfo.InvariantCulture)}";
    }));

    private static LocalDate First(Closure closure, int firstYear, int lastYear) =>
        new DateInterval(new LocalDate(firstYear, 1, 1), new LocalDate(lastYear, 12, 31)).First(closure.Covers);
}
