using Krm.Analytics.Causes;
using Krm.Analytics.Causes.Events;
using NodaTime;

namespace Krm.Analytics.Tests.Causes.Events;

public class EventCauseTests
{
    private static readonly CauseDetector Detector = new(new CauseDetectorOptions { Events = EventBacklog.Calendar });

    [Fact]
    public void Detect_MailingThatMoves_IsPutDownToTheMailing()
    {
        var cube = new EventBacklog(1).Echo(3, 14).Count();

        var cause = Assert.Single(Detector.Detect(cube), one => one.Cell.ToString() == "category=Abfall");

        Assert.Equal(CausePattern.Seasonal, cause.Pattern);
        Assert.Equal(EventBacklog.Mailing, cause.Event);
        Assert.Equal(new LocalDate(2026, 2, 16), cause.NextExpected);
        Assert.False(cause.IsAboveUsualPeak);
        Assert.InRange(cause.RateRatio, 2.0, 3.5);
        Assert.Contains("Nach „Abfallgebührenbescheide“ (5-mal, zuletzt bis KW ", cause.Sentence, StringComparison.Ordinal);
        Assert.Contains("jeweils für 3 Wochen", cause.Sentence, StringComparison.Ordinal);
        Assert.EndsWith("wieder zu erwarten ab KW 8/2026.", cause.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Detect_MailingThatMovesWithoutCalendar_IsNoSeason()
    {
        var causes = new CauseDetector().Detect(new EventBacklog(1).Echo(3, 14).Count());

        Assert.DoesNotContain(causes, cause => cause.Pattern == CausePattern.Seasonal);
    }

    [Fact]
    public void Detect_LastMailingWentWrong_IsReportedTwice()
    {
        var cube = new EventBacklog(2).Echo(3, 14).Burst(new LocalDate(2025, 4, 9), 3, 30).Count();

        var causes = Detector.Detect(cube).Where(one => one.Cell.ToString() == "category=Abfall").ToList();

        Assert.True(causes.Count == 2, string.Join('\n', causes.Select(cause => cause.Sentence)));
        var again = Assert.Single(causes, cause => cause.Event == EventBacklog.Mailing);
        var above = Assert.Single(causes, cause => cause.IsAboveUsualPeak);
        Assert.Contains("wieder zu erwarten", again.Sentence, StringComparison.Ordinal);
        Assert.Equal(CausePattern.Burst, above.Pattern);
        Assert.Equal(new LocalDate(2025, 4, 7), above.From);
        Assert.Contains("mehr als der gewohnte Anstieg nach „Abfallgebührenbescheide“", above.Sentence, StringComparison.Ordinal);
        Assert.InRange(above.Expected, 50, 90);
        Assert.InRange(above.Observed, 120, 190);
    }

    [Fact]
    public void Detect_EventsWithoutEcho_AreHardlyEverBlamed()
    {
        var blamed = Enumerable.Range(1, 30).Count(seed =>
            Detector.Detect(new EventBacklog(seed).Count()).Any(cause => cause.Event is not null));

        Assert.InRange(blamed, 0, 2);
    }

    [Fact]
    public void Detect_SingleOutbreakAfterOneMailing_DoesNotMakeItsKindGuilty()
    {
        var causes = Detector.Detect(new EventBacklog(3).Burst(new LocalDate(2023, 3, 15), 3, 40).Count());

        var cause = Assert.Single(causes);
        Assert.Null(cause.Event);
        Assert.Equal(CausePattern.Burst, cause.Pattern);
    }

    [Fact]
    public void Calendar_BadEvents_AreRefused()
    {
        var day = new LocalDate(2026, 2, 18);

        Assert.Throws<ArgumentException>(() => new EventCalendar([new CalendarEvent(day, " ")]));
        Assert.Throws<ArgumentException>(() => new EventCalendar([new CalendarEvent(day, "a"), new CalendarEvent(day, "a", 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventCalendar([new CalendarEvent(day, "a", 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventCalendar([new CalendarEvent(day, "a", double.NaN)]));
        Assert.Equal(["a", "b"], new EventCalendar([new CalendarEvent(day, "b"), new CalendarEvent(day, "a")]).Kinds);
    }
}
