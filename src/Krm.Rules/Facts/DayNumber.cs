using NodaTime;

namespace Krm.Rules.Facts;

/// <summary>Converts calendar days to whole numbers (days since 1970-01-01) and back.</summary>
/// <remarks>The civil-calendar algorithm of Howard Hinnant; NodaTime keeps its own conversion internal.</remarks>
internal static class DayNumber
{
    private const int DaysPerEra = 146_097;
    private const int EpochOffset = 719_468;

    /// <summary>First day a rule set can speak of: 1 January 1900.</summary>
    public const int Earliest = -25_567;

    /// <summary>Last day a rule set can speak of: 31 December 2199.</summary>
    public const int Latest = 84_005;

    public static int From(LocalDate date)
    {
        var year = date.Month <= 2 ? date.Year - 1 : date.Year;
        var era = (year >= 0 ? year : year - 399) / 400;
        var yearOfEra = year - (era * 400);
        var shiftedMonth = date.Month > 2 ? date.Month - 3 : date.Month + 9;
        var dayOfYear = (((153 * shiftedMonth) + 2) / 5) + date.Day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * DaysPerEra) + dayOfEra - EpochOffset;
    }

    public static LocalDate ToDate(int number)
    {
        var shifted = number + EpochOffset;
        var era = (shifted >= 0 ? shifted : shifted - DaysPerEra + 1) / DaysPerEra;
        var dayOfEra = shifted - (era * DaysPerEra);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / (DaysPerEra - 1))) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shiftedMonth = ((5 * dayOfYear) + 2) / 153;
        var day = dayOfYear - (((153 * shiftedMonth) + 2) / 5) + 1;
        var month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        return new LocalDate(yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, day);
    }
}
