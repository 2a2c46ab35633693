using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace Krm.Cli.Tables;

/// <summary>Reads days as ISO 8601 writes them: a date, or a date with a time.</summary>
/// <remarks>A time without offset is local time in Germany; one with offset is put on the clock of Europe/Berlin.</remarks>
internal static class IsoDate
{
    private const int DateLength = 10;
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly LocalDateTimePattern Seconds = LocalDateTimePattern.ExtendedIso;
    private static readonly OffsetDateTimePattern WithOffset = OffsetDateTimePattern.ExtendedIso;

    /// <summary>The date and time; midnight where only a date is given.</summary>
    public static bool TryParseDateTime(string text, out LocalDateTime value)
    {
        if (TryParsePlainDate(text, out var date))
        {
            value = date.AtMidnight();
            return true;
        }

        // RFC 3339 and most databases put a space where ISO 8601 has a T.
        var iso = text.Length > DateLength && text[DateLength] == ' ' ? $"{text[..DateLength]}T{text[(DateLength + 1)..]}" : text;
        if (Seconds.Parse(iso).TryGetValue(default, out value) || Minutes.Parse(iso).TryGetValue(default, out value))
        {
            return true;
        }

        if (WithOffset.Parse(iso).TryGetValue(default, out var offsetValue))
        {
            value = offsetValue.InZone(GermanTime.Zone).LocalDateTime;
            return true;
        }

        return false;
    }

    /// <summary>The day, and the time of day where one is given.</summary>
    public static bool TryParse(string text, out LocalDate date, out LocalTime? time)
    {
        var isParsed = TryParseDateTime(text, out var value);
        date = value.Date;
        time = isParsed && text.Length > DateLength ? value.TimeOfDay : null;
        return isParsed;
    }

    /// <summary>The day alone.</summary>
    public static bool TryParse([NotNullWhen(true)] string text, out LocalDate date)
    {
        var isParsed = TryParseDateTime(text, out var value);
        date = value.Date;
        return isParsed;
    }

    /// <summary>The day written as ISO 8601 does.</summary>
    public static string Format(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static bool TryParsePlainDate(string text, out LocalDate date)
    {
        date = default;
        if (text.Length != DateLength || text[4] != '-' || text[7] != '-'
            || !TryParseDigits(text, 0, 4, out var year)
            || !TryParseDigits(text, 5, 2, out var month)
            || !TryParseDigits(text, 8, 2, out var day)
            || year < 1 || month is < 1 or > 12
            || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return false;
        }

        date = new LocalDate(year, month, day);
        return true;
    }

    private static bool TryParseDigits(string text, int start, int length, out int number)
    {
        number = 0;
        for (var index = start; index < start + length; index++)
        {
            if (!char.IsAsciiDigit(text[index]))
            {
                return false;
            }

            number = (number * 10) + (text[index] - '0');
        }

        return true;
    }
}
