using System.Globalization;
using Krm.Calendar.Holidays;
using Krm.Calendar.OfficeHours;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.Tests.OfficeHours;

/// <summary>
/// The office of the forum thread: open to 15:00, refused from 14:45, closed for a staff meeting, late on Thursday.
/// </summary>
public class OfficeScheduleTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private static readonly WorkingDayCalendar Calendar = new WorkingDayCalendarBuilder(Bundesland.Hamburg)
        .AddClosure(Closure.On(new LocalDate(2026, 6, 10), "Personalversammlung"))
        .Build();

    private static readonly OfficeSchedule Office = new OfficeScheduleBuilder(Calendar)
        .Open(IsoDayOfWeek.Monday, new LocalTime(13, 0), new LocalTime(15, 0))
        .Open(IsoDayOfWeek.Monday, new LocalTime(6, 30), new LocalTime(12, 0))
        .Open(IsoDayOfWeek.Tuesday, new LocalTime(8, 0), new LocalTime(15, 0))
        .Open(IsoDayOfWeek.Thursday, new LocalTime(12, 0), LocalTime.Midnight)
        .RefuseVisitsBeforeClosing(Duration.FromMinutes(15))
        .CutOffAt(IsoDayOfWeek.Friday, new CutOff(new LocalTime(12, 0), IsInclusive: true), ReceiptChannel.Message)
        .CutOffAt(IsoDayOfWeek.Tuesday, new CutOff(new LocalTime(14, 45)), ReceiptChannel.Letter)
        .Build();

    [Theory]
    [InlineData("2026-06-08T07:00", ReceiptChannel.Visit, "2026-06-08")] // Monday morning
    [InlineData("2026-06-08T06:00", ReceiptChannel.Visit, "2026-06-08")] // waits for the opening
    [InlineData("2026-06-08T12:30", ReceiptChannel.Visit, "2026-06-08")] // waits for the break to end
    [InlineData("2026-06-08T14:44:59", ReceiptChannel.Visit, "2026-06-08")]
    [InlineData("2026-06-08T14:45", ReceiptChannel.Visit, "2026-06-09")] // exactly at the cut-off is too late
    [InlineData("2026-06-09T14:45", ReceiptChannel.Visit, "2026-06-11")] // Wednesday is closed
    [InlineData("2026-06-11T23:44", ReceiptChannel.Visit, "2026-06-11")]
    [InlineData("2026-06-11T23:45", ReceiptChannel.Visit, "2026-06-15")] // Friday has no opening hours
    [InlineData("2026-06-12T09:00", ReceiptChannel.Visit, "2026-06-15")]
    [InlineData("2026-06-09T14:44", ReceiptChannel.Letter, "2026-06-09")]
    [InlineData("2026-06-09T14:45", ReceiptChannel.Letter, "2026-06-11")]
    [InlineData("2026-06-08T23:59:59", ReceiptChannel.Letter, "2026-06-08")] // no cut-off: until 24:00
    [InlineData("2026-06-10T10:00", ReceiptChannel.Letter, "2026-06-11")] // staff meeting
    [InlineData("2026-06-12T12:00", ReceiptChannel.Message, "2026-06-12")] // inclusive: exactly at the cut-off counts
    [InlineData("2026-06-12T12:00:01", ReceiptChannel.Message, "2026-06-15")]
    [InlineData("2026-06-13T09:00", ReceiptChannel.Message, "2026-06-15")] // Saturday
    [InlineData("2026-04-03T09:00", ReceiptChannel.Message, "2026-04-07")] // Good Friday to Tuesday after Easter
    public void Receive_ChannelAndMoment_CountsOnDay(string moment, ReceiptChannel channel, string day)
    {
        Receipt receipt = Office.Receive(At(moment), channel);

        Assert.Equal(day, receipt.CountsOn.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(channel, receipt.Channel);
        Assert.Equal(At(moment), receipt.At.ToInstant());
    }

    [Theory]
    [InlineData("2026-03-27")] // Friday before the clocks go forward
    [InlineData("2026-03-30")] // Monday after
    [InlineData("2026-10-23")] // Friday before the clocks go back
    [InlineData("2026-10-26")] // Monday after
    public void Receive_AroundClockChange_CutOffStaysLocal(string day)
    {
        OfficeSchedule office = new OfficeScheduleBuilder(Calendar)
            .CutOffAt(IsoDayOfWeek.Friday, new CutOff(new LocalTime(14, 45)))
            .CutOffAt(IsoDayOfWeek.Monday, new CutOff(new LocalTime(14, 45)))
            .Build();

        foreach (ReceiptChannel channel in new[] { ReceiptChannel.Letter, ReceiptChannel.Message })
        {
            Assert.False(office.Receive(At(day + "T14:44:59"), channel).IsTooLate);
            Assert.True(office.Receive(At(day + "T14:45"), channel).IsTooLate);
        }
    }

    [Fact]
    public void Receive_RepeatedHour_UsesLocalTimeBothTimes()
    {
        // 25 October 2026, 02:00 to 03:00, happens twice; an office that works on Sundays closes its night letterbox at 02:30.
        WorkingDayCalendar always = new WorkingDayCalendarBuilder(Bundesland.Hamburg).WithWeek(WeekPattern.Of(IsoDayOfWeek.Sunday, IsoDayOfWeek.Monday)).Build();
        OfficeSchedule office = new OfficeScheduleBuilder(always).CutOffAt(IsoDayOfWeek.Sunday, new CutOff(new LocalTime(2, 30))).Build();

        Assert.False(office.Receive(Instant.FromUtc(2026, 10, 25, 0, 29), ReceiptChannel.Letter).IsTooLate);
        Assert.True(office.Receive(Instant.FromUtc(2026, 10, 25, 0, 30), ReceiptChannel.Letter).IsTooLate);
        Assert.False(office.Receive(Instant.FromUtc(2026, 10, 25, 1, 29), ReceiptChannel.Letter).IsTooLate);
        Assert.True(office.Receive(Instant.FromUtc(2026, 10, 25, 1, 30), ReceiptChannel.Letter).IsTooLate);
    }

    [Fact]
    public void ToGerman_Receipt_SaysDayAndReason()
    {
        Assert.Equal(
            "Eingang am Montag, 08.06.2026, 07:00 Uhr: gilt als an diesem Tag eingegangen.",
            Office.Receive(At("2026-06-08T07:00"), ReceiptChannel.Visit).ToGerman());
        Assert.Equal(
            "Eingang am Montag, 08.06.2026, 14:45 Uhr, nach Annahmeschluss (14:45 Uhr): gilt als eingegangen am Dienstag, 09.06.2026.",
            Office.Receive(At("2026-06-08T14:45"), ReceiptChannel.Visit).ToGerman());
        Assert.Equal(
            "Eingang am Freitag, 12.06.2026, 09:00 Uhr, keine Sprechzeit mehr an diesem Tag: gilt als eingegangen am Montag, 15.06.2026.",
            Office.Receive(At("2026-06-12T09:00"), ReceiptChannel.Visit).ToGerman());
        Assert.Equal(
            "Eingang am Mittwoch, 10.06.2026, 10:00 Uhr, kein Arbeitstag: gilt als eingegangen am Donnerstag, 11.06.2026. Mittwoch, 10.06.2026, ist kein Arbeitstag: Schließtag (Personalversammlung).",
            Office.Receive(At("2026-06-10T10:00"), ReceiptChannel.Letter).ToGerman());
        Assert.Null(Office.Receive(At("2026-06-10T10:00"), ReceiptChannel.Letter).CutOff);
    }

    [Theory]
    [InlineData("2026-06-08T06:29:59", false)]
    [InlineData("2026-06-08T06:30", true)]
    [InlineData("2026-06-08T11:59:59", true)]
    [InlineData("2026-06-08T12:00", false)]
    [InlineData("2026-06-08T14:59:59", true)]
    [InlineData("2026-06-08T15:00", false)]
    [InlineData("2026-06-11T23:59:59", true)]
    [InlineData("2026-06-12T00:00", false)]
    [InlineData("2026-04-06T09:00", false)] // Easter Monday
    public void IsOpen_Moment_FollowsOpeningHours(string moment, bool isOpen) => Assert.Equal(isOpen, Office.IsOpen(At(moment)));

    [Theory]
    [InlineData("2026-06-08T07:00", "2026-06-08T07:00")]
    [InlineData("2026-06-08T12:00", "2026-06-08T13:00")]
    [InlineData("2026-06-09T15:00", "2026-06-11T12:00")]
    [InlineData("2026-06-12T00:00", "2026-06-15T06:30")]
    [InlineData("2026-03-27T10:00", "2026-03-30T06:30")] // over the clock change
    public void NextOpening_Moment_IsItselfOrTheNext(string moment, string next) => Assert.Equal(At(next), Office.NextOpening(At(moment)));

    [Theory]
    [InlineData("2026-06-08T00:00", "2026-06-09T00:00", 7.5)]
    [InlineData("2026-06-08T11:00", "2026-06-08T14:00", 2)]
    [InlineData("2026-06-08T00:00", "2026-06-15T00:00", 26.5)] // Monday 7.5, Tuesday 7, Thursday 12
    [InlineData("2026-06-08T09:00", "2026-06-08T09:00", 0)]
    [InlineData("2026-06-12T00:00", "2026-06-14T00:00", 0)]
    public void OpenTimeBetween_Moments_AddsOpeningHours(string start, string end, double hours) =>
        Assert.Equal(Duration.FromHours(hours), Office.OpenTimeBetween(At(start), At(end)));

    [Theory]
    [InlineData("2026-03-29", 2)] // 02:00 does not exist
    [InlineData("2026-10-25", 4)] // 02:00 exists twice
    [InlineData("2026-11-01", 3)]
    public void OpenTimeBetween_NightOfClockChange_IsElapsedTime(string day, double hours)
    {
        WorkingDayCalendar sundays = new WorkingDayCalendarBuilder(Bundesland.Hamburg).WithWeek(WeekPattern.Of(IsoDayOfWeek.Sunday)).Build();
        OfficeSchedule night = new OfficeScheduleBuilder(sundays).Open(IsoDayOfWeek.Sunday, new LocalTime(1, 0), new LocalTime(4, 0)).Build();

        Assert.Equal(Duration.FromHours(hours), night.OpenTimeBetween(At(day + "T00:00"), At(day + "T23:00")));
    }

    [Fact]
    public void OpeningPeriod_InsideTheSkippedHour_IsNotNegative()
    {
        WorkingDayCalendar sundays = new WorkingDayCalendarBuilder(Bundesland.Hamburg).WithWeek(WeekPattern.Of(IsoDayOfWeek.Sunday)).Build();
        OfficeSchedule night = new OfficeScheduleBuilder(sundays).Open(IsoDayOfWeek.Sunday, new LocalTime(2, 30), new LocalTime(3, 0)).Build();

        Assert.Equal(Duration.Zero, night.OpenTimeBetween(At("2026-03-29T00:00"), At("2026-03-29T23:00")));
    }

    [Fact]
    public void InZone_OtherZone_MovesTheDay()
    {
        OfficeSchedule office = new OfficeScheduleBuilder(Calendar).InZone(DateTimeZone.Utc).Build();

        Assert.Equal(new LocalDate(2026, 6, 8), office.Receive(Instant.FromUtc(2026, 6, 8, 23, 0), ReceiptChannel.Letter).CountsOn);
        Assert.Equal(new LocalDate(2026, 6, 9), new OfficeScheduleBuilder(Calendar).Build().Receive(Instant.FromUtc(2026, 6, 8, 23, 0), ReceiptChannel.Letter).CountsOn);
        Assert.Equal(DateTimeZone.Utc, office.Zone);
        Assert.Same(Calendar, office.Calendar);
    }

    [Fact]
    public void Schedule_WithoutOpeningHours_RefusesVisits()
    {
        OfficeSchedule none = new OfficeScheduleBuilder(Calendar).Build();
        OfficeSchedule neverInTime = new OfficeScheduleBuilder(Calendar)
            .Open(IsoDayOfWeek.Monday, new LocalTime(8, 0), new LocalTime(12, 0))
            .CutOffAt(IsoDayOfWeek.Monday, new CutOff(new LocalTime(8, 0)))
            .Build();

        Assert.Throws<InvalidOperationException>(() => none.Receive(At("2026-06-08T07:00"), ReceiptChannel.Visit));
        Assert.Throws<InvalidOperationException>(() => none.NextOpening(At("2026-06-08T07:00")));
        Assert.Throws<InvalidOperationException>(() => neverInTime.Receive(At("2026-06-08T07:00"), ReceiptChannel.Visit));
        Assert.False(none.IsOpen(At("2026-06-08T09:00")));
        Assert.Empty(none.GetOpeningPeriods(new LocalDate(2026, 6, 8)));
    }

    [Fact]
    public void GetOpeningPeriods_WorkingDay_AreSortedAndReadable()
    {
        Assert.Equal(["06:30–12:00 Uhr", "13:00–15:00 Uhr"], Office.GetOpeningPeriods(new LocalDate(2026, 6, 8)).Select(period => period.ToString()));
        Assert.Equal(["12:00–24:00 Uhr"], Office.GetOpeningPeriods(new LocalDate(2026, 6, 11)).Select(period => period.ToString()));
        Assert.Empty(Office.GetOpeningPeriods(new LocalDate(2026, 4, 6)));
        Assert.Equal(new CutOff(new LocalTime(14, 45)), Office.GetCutOff(ReceiptChannel.Visit, IsoDayOfWeek.Monday));
        Assert.Null(Office.GetCutOff(ReceiptChannel.Letter, IsoDayOfWeek.Monday));
    }

    [Fact]
    public void Builder_Impossible_IsRefused()
    {
        OfficeScheduleBuilder builder = new OfficeScheduleBuilder(Calendar).Open(IsoDayOfWeek.Monday, new LocalTime(8, 0), new LocalTime(12, 0));

        Assert.Contains("12:00 does not lie after opening time 12:00", Assert.Throws<ArgumentException>(() => new OpeningPeriod(new LocalTime(12, 0), new LocalTime(12, 0))).Message, StringComparison.Ordinal);
        Assert.Contains("overlaps with 08:00–12:00 Uhr", Assert.Throws<ArgumentException>(() => builder.Open(IsoDayOfWeek.Monday, new LocalTime(11, 0), new LocalTime(13, 0))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => builder.Open(IsoDayOfWeek.None, new LocalTime(8, 0), new LocalTime(9, 0)));
        Assert.Throws<ArgumentException>(() => builder.CutOffAt((IsoDayOfWeek)8, new CutOff(new LocalTime(8, 0))));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.RefuseVisitsBeforeClosing(Duration.FromHours(13)));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.RefuseVisitsBeforeClosing(Duration.FromHours(-1)));
        Assert.Throws<ArgumentNullException>(() => builder.InZone(null!));
        Assert.Throws<ArgumentNullException>(() => new OfficeScheduleBuilder(null!));
        Assert.Throws<ArgumentException>(() => Office.OpenTimeBetween(At("2026-06-09T00:00"), At("2026-06-08T00:00")));
        Assert.NotNull(builder.Open(IsoDayOfWeek.Monday, new LocalTime(12, 0), new LocalTime(13, 0)).Build());
    }

    private static Instant At(string text)
    {
        LocalDateTime local = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture(
            text.Length == 19 ? "uuuu-MM-dd'T'HH:mm:ss" : "uuuu-MM-dd'T'HH:mm").Parse(text).Value;
        return Berlin.AtStrictly(local).ToInstant();
    }
}
