using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.Tests.Holidays;

public class MunicipalHolidayTests
{
    private const string Assumption = "mariae-himmelfahrt";
    private const string CorpusChristi = "fronleichnam";
    private const string PeaceFestival = "augsburger-friedensfest";

    [Theory]
    [InlineData("09761000", PeaceFestival, 2024, "yes")] // Augsburg
    [InlineData("09162000", PeaceFestival, 2024, "no")] // München
    [InlineData("09162000", Assumption, 1990, "yes")]
    [InlineData("09761000", Assumption, 2025, "yes")]
    [InlineData("09663000", Assumption, 2025, "yes")] // Würzburg
    [InlineData("09362000", Assumption, 2010, "yes")] // Regensburg
    [InlineData("09161000", Assumption, 2010, "yes")] // Ingolstadt
    [InlineData("09182124", Assumption, 2024, "yes")] // any municipality of Oberbayern
    [InlineData("09274111", Assumption, 2024, "yes")] // any municipality of Niederbayern
    [InlineData("09564000", Assumption, 2024, "no")] // Nürnberg
    [InlineData("09563000", Assumption, 1999, "no")] // Fürth
    [InlineData("09562000", Assumption, 2025, "no")] // Erlangen
    [InlineData("09561000", Assumption, 2025, "no")] // Ansbach
    [InlineData("09565000", Assumption, 2025, "no")] // Schwabach
    [InlineData("09462000", Assumption, 2025, "no")] // Bayreuth
    [InlineData("09463000", Assumption, 2025, "no")] // Coburg
    [InlineData("09464000", Assumption, 2025, "no")] // Hof
    [InlineData("09672131", Assumption, 2013, "no")] // Maßbach, gained 2014
    [InlineData("09672131", Assumption, 2014, "yes")]
    [InlineData("09672131", Assumption, 2025, "yes")]
    [InlineData("09572115", Assumption, 2013, "yes")] // Baiersdorf, lost 2014, gained 2025
    [InlineData("09572115", Assumption, 2014, "no")]
    [InlineData("09572115", Assumption, 2024, "no")]
    [InlineData("09572115", Assumption, 2025, "yes")]
    [InlineData("09472190", Assumption, 2013, "yes")] // Speichersdorf, lost 2014
    [InlineData("09472190", Assumption, 2025, "no")]
    [InlineData("09476183", Assumption, 2024, "no")] // Marktrodach, gained 2025
    [InlineData("09476183", Assumption, 2025, "yes")]
    [InlineData("09473165", Assumption, 2024, "yes")] // Seßlach, lost 2025
    [InlineData("09473165", Assumption, 2025, "no")]
    [InlineData("09477139", Assumption, 2025, "no")] // Marktschorgast, lost 2025
    [InlineData("09571111", Assumption, 2025, "unknown")] // a municipality of Mittelfranken that the data does not know
    [InlineData("14625080", CorpusChristi, 1992, "none")] // Crostwitz, before the Verordnung
    [InlineData("14625080", CorpusChristi, 1993, "yes")]
    [InlineData("14625080", CorpusChristi, 2026, "yes")]
    [InlineData("14625020", CorpusChristi, 2026, "unknown")] // Bautzen: Salzenforst and Bolbritz only
    [InlineData("14625280", CorpusChristi, 2026, "unknown")] // Königswartha: not Wartha
    [InlineData("14625040", CorpusChristi, 2026, "no")] // Bischofswerda
    [InlineData("14612000", CorpusChristi, 2026, "no")] // Dresden
    [InlineData("14272080", CorpusChristi, 2026, "unknown")] // a key from before the reform of 2008
    [InlineData("16061045", CorpusChristi, 1990, "yes")] // Landkreis Eichsfeld
    [InlineData("16064074", CorpusChristi, 2026, "yes")] // Südeichsfeld
    [InlineData("16063032", CorpusChristi, 2026, "yes")] // Geisa
    [InlineData("16064073", CorpusChristi, 2026, "unknown")] // Anrode: Bickenriede and Zella only
    [InlineData("16051000", CorpusChristi, 2026, "no")] // Erfurt
    [InlineData("16061045", "allerheiligen", 1993, "yes")]
    [InlineData("16061045", "allerheiligen", 1995, "none")]
    [InlineData("16051000", "allerheiligen", 1993, "no")]
    public void GetHolidays_Municipality_AnswersYesNoOrUnknown(string municipality, string id, int year, string answer)
    {
        MunicipalityKey key = MunicipalityKey.Parse(municipality);

        bool applies = HolidayData.Germany.GetHolidays(key.Land, year, key).Any(holiday => holiday.Id == id);
        bool isUncertain = HolidayData.Germany.GetUncertainHolidays(key.Land, year, key).Any(holiday => holiday.Id == id);

        Assert.Equal(answer switch { "yes" => (true, false), "unknown" => (false, true), _ => (false, false) }, (applies, isUncertain));
    }

    [Fact]
    public void GetHolidays_MunicipalHoliday_NamesAreaBasisAndNote()
    {
        MunicipalityKey munich = MunicipalityKey.Parse("09 1 62 000");

        Holiday holiday = Assert.Single(HolidayData.Germany.GetHolidays(Bundesland.Bayern, 2025, munich), one => one.Id == Assumption);

        Assert.Equal(HolidayScope.Municipality, holiday.Scope);
        Assert.Equal("Gemeinden mit überwiegend katholischer Bevölkerung", holiday.Area);
        Assert.Equal("Art. 1 Abs. 1 Nr. 2 BayFTG", holiday.LegalBasis);
        Assert.Equal(new LocalDate(2025, 1, 1), holiday.ValidFrom);
        Assert.Contains("Zensus 2022", holiday.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void GetUncertainHolidays_NoMunicipality_ListsEveryMunicipalHolidayOfTheLand()
    {
        Assert.Equal(
            [PeaceFestival, Assumption],
            HolidayData.Germany.GetUncertainHolidays(Bundesland.Bayern, 2026).Select(holiday => holiday.Id));
        Assert.Empty(HolidayData.Germany.GetUncertainHolidays(Bundesland.Hamburg, 2026));
    }

    [Fact]
    public void GetHolidays_MunicipalityOfAnotherLand_IsRefused()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => HolidayData.Germany.GetHolidays(Bundesland.Bayern, 2026, MunicipalityKey.Parse("14612000")));

        Assert.Contains("14612000 lies in SN, not in BY", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GetStatus_UnknownMunicipality_IsUnknownWithBothAnswers()
    {
        StatutoryDayCalendar calendar = StatutoryDayCalendar.For(Bundesland.Bayern, municipality: MunicipalityKey.Parse("09571111"));
        StatutoryDayCalendar assumed = calendar.AssumingUncertainHolidays();
        LocalDate day = new(2025, 8, 15); // a Friday

        Assert.Equal(DayStatus.Unknown, calendar.GetStatus(day));
        Assert.True(calendar.HasUncertainDays);
        Assert.Equal(day, calendar.NextOrSameWorkingDay(day));
        Assert.Equal(DayStatus.NotCounted, assumed.GetStatus(day));
        Assert.False(assumed.HasUncertainDays);
        Assert.Equal(new LocalDate(2025, 8, 18), assumed.NextOrSameWorkingDay(day));
        Assert.Contains("nicht bekannt", calendar.Explain(day).ToGerman(), StringComparison.Ordinal);
        Assert.Contains("unterstellt", assumed.Explain(day).ToGerman(), StringComparison.Ordinal);
        Assert.NotEqual(calendar, assumed);
    }

    [Fact]
    public void GetStatus_KnownMunicipality_IsCertain()
    {
        StatutoryDayCalendar munich = StatutoryDayCalendar.For(Bundesland.Bayern, municipality: MunicipalityKey.Parse("09162000"));
        WerktagCalendar nuremberg = WerktagCalendar.For(Bundesland.Bayern, municipality: MunicipalityKey.Parse("09564000"));
        LocalDate day = new(2025, 8, 15);

        Assert.Equal(DayStatus.NotCounted, munich.GetStatus(day));
        Assert.False(munich.HasUncertainDays);
        Assert.Equal(munich, munich.AssumingUncertainHolidays());
        Assert.Equal(DayStatus.Counted, nuremberg.GetStatus(day));
    }
}
