using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.Tests.WorkingDays;

public class ExplanationTests
{
    private static readonly WorkingDayCalendar Office = new WorkingDayCalendarBuilder(Bundesland.Hamburg)
        .AddClosure(Closure.On(new LocalDate(2026, 8, 1), "Personalversammlung"))
        .AddClosure(Closure.On(new LocalDate(2026, 8, 3), ""))
        .Build();

    [Theory]
    [InlineData(2026, 8, 4, "Dienstag, 04.08.2026, ist ein Arbeitstag.")]
    [InlineData(2026, 8, 2, "Sonntag, 02.08.2026, ist kein Arbeitstag: Sonntag.")]
    [InlineData(2026, 8, 1, "Samstag, 01.08.2026, ist kein Arbeitstag: Samstag und Schließtag (Personalversammlung).")]
    [InlineData(2026, 8, 3, "Montag, 03.08.2026, ist kein Arbeitstag: Schließtag.")]
    [InlineData(2026, 1, 1, "Donnerstag, 01.01.2026, ist kein Arbeitstag: Neujahr (gesetzlicher Feiertag in Hamburg, § 1 Feiertagsgesetz Hamburg).")]
    [InlineData(2018, 10, 31, "Mittwoch, 31.10.2018, ist kein Arbeitstag: Reformationstag (gesetzlicher Feiertag in Hamburg, § 1 Feiertagsgesetz Hamburg, gültig ab 01.01.2018).")]
    [InlineData(2017, 10, 31, "Dienstag, 31.10.2017, ist kein Arbeitstag: Reformationstag (gesetzlicher Feiertag in Hamburg, § 1 Feiertagsgesetz Hamburg, gültig vom 01.01.2017 bis 31.12.2017).")]
    [InlineData(1994, 11, 16, "Mittwoch, 16.11.1994, ist kein Arbeitstag: Buß- und Bettag (gesetzlicher Feiertag in Hamburg, § 1 Feiertagsgesetz Hamburg, gültig bis 31.12.1994).")]
    [InlineData(2008, 5, 1, "Donnerstag, 01.05.2008, ist kein Arbeitstag: Christi Himmelfahrt (gesetzlicher Feiertag in Hamburg, § 1 Feiertagsgesetz Hamburg) und Tag der Arbeit (gesetzlicher Feiertag in Hamburg, § 1 Feiertagsgesetz Hamburg).")]
    public void ToGerman_Arbeitstag_NamesEveryReason(int year, int month, int day, string text)
    {
        DayExplanation explanation = Office.Explain(new LocalDate(year, month, day));

        Assert.Equal(text, explanation.ToGerman());
        Assert.Equal(text, explanation.ToString());
    }

    [Fact]
    public void Explain_OtherKinds_UseTheirTerm()
    {
        LocalDate sunday = new(2026, 8, 2);

        Assert.Equal("Sonntag, 02.08.2026, ist kein Werktag: Sonntag.", WerktagCalendar.For(Bundesland.Hamburg).Explain(sunday).ToGerman());
        Assert.Equal(
            "Sonntag, 02.08.2026, ist kein Tag, an dem eine gesetzliche Frist enden kann: Sonntag.",
            StatutoryDayCalendar.For(Bundesland.Hamburg).Explain(sunday).ToGerman());
    }

    [Fact]
    public void Explain_Reasons_CarryTheirData()
    {
        DayExplanation closed = Office.Explain(new LocalDate(2026, 8, 1));
        DayExplanation holiday = Office.Explain(new LocalDate(2026, 1, 1));

        Assert.Equal(new LocalDate(2026, 8, 1), closed.Date);
        Assert.Equal(DayStatus.NotCounted, closed.Status);
        Assert.Equal([DayReasonKind.Weekday, DayReasonKind.Closure], closed.Reasons.Select(reason => reason.Kind));
        Assert.Equal("Personalversammlung", closed.Reasons[1].Closure!.Note);
        Assert.Null(closed.Reasons[0].Holiday);
        DayReason newYear = Assert.Single(holiday.Reasons);
        Assert.Equal(DayReasonKind.Holiday, newYear.Kind);
        Assert.Equal("neujahr", newYear.Holiday!.Id);
        Assert.Equal(Bundesland.Hamburg, newYear.Land);
        Assert.Empty(Office.Explain(new LocalDate(2026, 8, 4)).Reasons);
    }

    [Fact]
    public void ToGerman_UncertainHoliday_SaysWhatIsNotKnown()
    {
        LocalDate day = new(2025, 8, 15);
        WorkingDayCalendar unknown = new WorkingDayCalendarBuilder(Bundesland.Bayern).WithMunicipality(MunicipalityKey.Parse("09571111")).Build();

        DayExplanation none = WorkingDayCalendar.For(Bundesland.Bayern).Explain(day);

        Assert.Equal(DayStatus.Unknown, none.Status);
        Assert.Equal(DayReasonKind.UncertainHoliday, Assert.Single(none.Reasons).Kind);
        Assert.Equal(
            "Freitag, 15.08.2025, ist nicht sicher ein Arbeitstag: Mariä Himmelfahrt (gesetzlicher Feiertag in Bayern: Gemeinden mit überwiegend katholischer Bevölkerung, Art. 1 Abs. 1 Nr. 2 BayFTG, gültig ab 01.01.2025); ob das gilt, hängt von der Gemeinde ab.",
            none.ToGerman());
        Assert.EndsWith("; ob das für die Gemeinde 09571111 gilt, ist nicht bekannt.", unknown.Explain(day).ToGerman(), StringComparison.Ordinal);
        Assert.EndsWith("; ob das gilt, hängt von der Gemeinde ab, hier aber unterstellt.", WorkingDayCalendar.For(Bundesland.Bayern).AssumingUncertainHolidays().Explain(day).ToGerman(), StringComparison.Ordinal);
    }
}
