using NodaTime;

namespace Krm.Calendar.Holidays;

/// <summary>Date of Easter in the Gregorian calendar.</summary>
internal static class EasterSunday
{
    /// <summary>Easter Sunday of a year.</summary>
    /// <remarks>The anonymous Gregorian algorithm (Nature, 20 April 1876), exact for every Gregorian year.</remarks>
    public static LocalDate Of(int year)
    {
        int golden = year % 19;
        int century = year / 100;
        int yearOfCentury = year % 100;
        int moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        int epact = ((19 * golden) + century - (century / 4) - moonCorrection + 15) % 30;
        int weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        int lateMoon = (golden + (11 * epact) + (22 * weekday)) / 451;
        int sum = epact + weekday - (7 * lateMoon) + 114;
        return new LocalDate(year, sum / 31, (sum % 31) + 1);
    }
}
