using Krm.Calendar.Holidays;
using Krm.Calendar.ICalendar;
using Krm.Calendar.OfficeHours;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.Tests.Documentation;

/// <summary>The examples of docs/calendar.md: what stands there must stand here, compile and be true.</summary>
public class CalendarExamples
{
    [Fact]
    public void WorkingDays()
    {
        WorkingDayCalendar office = new WorkingDayCalendarBuilder(Bundesland.Hamburg)
            .AddClosure(Closure.EveryYear(new AnnualDate(12, 24), new AnnualDate(12, 31), "Jahreswechsel"))
            .AddClosure(Closure.On(new LocalDate(2026, 6, 10), "Personalversammlung"))
            .Build();

        LocalDate received = new(2026, 4, 2);                                // Thursday before Easter
        LocalDate due = office.AddWorkingDays(received, 3);                  // Thursday 9 April 2026
        int left = office.CountWorkingDays(new LocalDate(2026, 4, 7), due);  // 2: the end does not count
        string why = office.Explain(new LocalDate(2026, 4, 3)).ToGerman();   // "Freitag, 03.04.2026, ist kein Arbeitstag: Karfreitag (…"

        Assert.Equal(new LocalDate(2026, 4, 9), due);
        Assert.Equal(2, left);
        Assert.StartsWith("Freitag, 03.04.2026, ist kein Arbeitstag: Karfreitag (", why, StringComparison.Ordinal);
    }

    [Fact]
    public void ThreeKindsOfDays()
    {
        LocalDate saturday = new(2026, 8, 1);
        bool arbeitstag = WorkingDayCalendar.For(Bundesland.Bremen).IsWorkingDay(saturday);    // false
        bool werktag = WerktagCalendar.For(Bundesland.Bremen).IsWorkingDay(saturday);          // true
        bool mayEnd = StatutoryDayCalendar.For(Bundesland.Bremen).IsWorkingDay(saturday);      // false

        Assert.Equal((false, true, false), (arbeitstag, werktag, mayEnd));
    }

    [Fact]
    public void UnknownMunicipality()
    {
        MunicipalityKey municipality = MunicipalityKey.Parse("09571111");                      // not in the data
        StatutoryDayCalendar calendar = StatutoryDayCalendar.For(Bundesland.Bayern, municipality: municipality);
        LocalDate day = new(2025, 8, 15);                                                      // Mariä Himmelfahrt, a Friday
        DayStatus status = calendar.GetStatus(day);                                            // Unknown
        LocalDate ifNoHoliday = calendar.NextOrSameWorkingDay(day);                            // 15 August 2025
        LocalDate ifHoliday = calendar.AssumingUncertainHolidays().NextOrSameWorkingDay(day);  // 18 August 2025

        Assert.Equal((DayStatus.Unknown, day, new LocalDate(2025, 8, 18)), (status, ifNoHoliday, ifHoliday));
    }

    [Fact]
    public void OwnHoliday()
    {
        const string json = """
            { "format": "krm-holidays/1", "version": "haus-2027",
              "holidays": [{ "id": "jubilaeum", "name": "Jubiläumstag", "date": "2027-03-19",
                "entries": [{ "laender": ["TH"], "legalBasis": "Verordnung nach § 2 Abs. 3 ThürFGtG" }] }] }
            """;
        HolidayData data = HolidayData.Germany.Extend(json, "verordnung-2027.json");
        bool isWorkingDay = WorkingDayCalendar.For(Bundesland.Thueringen, data).IsWorkingDay(new LocalDate(2027, 3, 19)); // false

        Assert.False(isWorkingDay);
    }

    [Fact]
    public void Receipt()
    {
        WorkingDayCalendar calendar = WorkingDayCalendar.For(Bundesland.Hamburg);
        OfficeSchedule office = new OfficeScheduleBuilder(calendar)
            .Open(IsoDayOfWeek.Friday, new LocalTime(8, 0), new LocalTime(15, 0))
            .Open(IsoDayOfWeek.Monday, new LocalTime(8, 0), new LocalTime(15, 0))
            .RefuseVisitsBeforeClosing(Duration.FromMinutes(15))
            .Build();

        Instant friday = Instant.FromUtc(2026, 3, 27, 13, 45);               // 14:45 in Berlin: exactly at the cut-off is too late
        Receipt receipt = office.Receive(friday, ReceiptChannel.Visit);
        LocalDate counts = receipt.CountsOn;                                 // Monday 30 March 2026

        Assert.Equal(new LocalDate(2026, 3, 30), counts);
    }

    [Fact]
    public void Exchange()
    {
        string ics = ICalendarExport.WriteHolidays(HolidayData.Germany.GetHolidays(Bundesland.Bayern, 2027), Instant.FromUtc(2026, 8, 1, 0, 0));
        ICalendarImportResult import = ICalendarImport.ReadClosures(ics);
        int closures = import.Closures.Count;                                // 12
        int ignored = import.Ignored.Count;                                  // 0, otherwise each with line and reason

        Assert.Equal((12, 0), (closures, ignored));
    }
}
