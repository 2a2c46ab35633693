using System.Text;
using Krm.Calendar.Holidays;
using Krm.Calendar.ICalendar;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.Tests.ICalendar;

public class ICalendarExportTests
{
    private static readonly Instant Stamp = Instant.FromUtc(2026, 8, 1, 10, 30);

    [Fact]
    public void WriteHolidays_OneHoliday_IsTheWholeFile()
    {
        Holiday unity = HolidayData.Germany.GetHolidays(Bundesland.Hamburg, 2026).Single(holiday => holiday.Id == "tag-der-deutschen-einheit");

        string file = ICalendarExport.WriteHolidays([unity], Stamp);

        Assert.Equal(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Krm.Core//Krm.Calendar//DE
            CALSCALE:GREGORIAN
            BEGIN:VEVENT
            UID:tag-der-deutschen-einheit-20261003-hh@krm-calendar
            DTSTAMP:20260801T103000Z
            DTSTART;VALUE=DATE:20261003
            DTEND;VALUE=DATE:20261004
            SUMMARY:Tag der Deutschen Einheit
            DESCRIPTION:Gesetzlicher Feiertag in Hamburg: Art. 2 Abs. 2 Einigungsvertra
             g vom 31.8.1990
            TRANSP:TRANSPARENT
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n"),
            file);
    }

    [Fact]
    public void WriteHolidays_AllOfALand_HasStableUidsShortLinesAndComesBack()
    {
        MunicipalityKey augsburg = MunicipalityKey.Parse("09761000");
        Holiday[] holidays = [.. Enumerable.Range(1990, 111).SelectMany(year => HolidayData.Germany.GetHolidays(Bundesland.Bayern, year, augsburg))];

        string file = ICalendarExport.WriteHolidays(holidays, Stamp);

        string[] lines = file.Split("\r\n");
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain(lines, line => line.Contains('\n', StringComparison.Ordinal));
        string[] uids = [.. lines.Where(line => line.StartsWith("UID:", StringComparison.Ordinal))];
        Assert.Equal(holidays.Length, uids.Distinct().Count());
        Assert.Equal(file, ICalendarExport.WriteHolidays(holidays, Stamp));
        ICalendarImportResult back = ICalendarImport.ReadClosures(file);
        Assert.Empty(back.Ignored);
        Assert.Equal(holidays.Length, back.Closures.Count);
        Assert.All(holidays.Zip(back.Closures), pair => Assert.True(pair.Second.Covers(pair.First.Date) && !pair.Second.Covers(pair.First.Date.PlusDays(1))));
    }

    [Fact]
    public void WriteClosures_Notes_AreEscapedFoldedAndComeBack()
    {
        Closure[] closures =
        [
            Closure.Between(new LocalDate(2026, 7, 13), new LocalDate(2026, 7, 15), "Umzug; Haus A, Backslash \\ und\nZeile"),
            Closure.On(new LocalDate(2026, 8, 3), string.Concat(Enumerable.Repeat("ä€😀", 40))),
            Closure.On(new LocalDate(2026, 8, 4), ""),
            Closure.EveryYear(new AnnualDate(12, 24), new AnnualDate(12, 24), "Heiligabend"),
        ];
        DateInterval range = new(new LocalDate(2026, 7, 14), new LocalDate(2028, 12, 23));

        string file = ICalendarExport.WriteClosures(closures, range, Stamp);

        Assert.Contains("SUMMARY:Umzug\\; Haus A\\, Backslash \\\\ und\\nZeile\r\n", file, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20260713\r\nDTEND;VALUE=DATE:20260716\r\n", file, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Schließtag\r\n", file, StringComparison.Ordinal);
        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        ICalendarImportResult back = ICalendarImport.ReadClosures(file);
        Assert.Equal(
            [closures[0].Note, closures[1].Note, "Schließtag", "Heiligabend", "Heiligabend"],
            back.Closures.Select(closure => closure.Note));
    }

    [Fact]
    public void WriteHolidays_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => ICalendarExport.WriteHolidays(null!, Stamp));
        Assert.Throws<ArgumentNullException>(() => ICalendarExport.WriteClosures(null!, new DateInterval(default, default), Stamp));
        Assert.Throws<ArgumentNullException>(() => ICalendarExport.WriteClosures([], null!, Stamp));
    }
}
