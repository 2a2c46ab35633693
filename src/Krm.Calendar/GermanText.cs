using System.Globalization;
using NodaTime;

namespace Krm.Calendar;

/// <summary>German words and forms of dates in texts for clerks and citizens.</summary>
internal static class GermanText
{
    private static readonly string[] Weekdays =
        ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];

    /// <summary>"Montag".</summary>
    public static string Weekday(IsoDayOfWeek day) => Weekdays[(int)day - 1];

    /// <summary>"Mo".</summary>
    public static string Short(IsoDayOfWeek day) => Weekday(day).Substring(0, 2);

    /// <summary>"01.05.2008".</summary>
    public static string Date(LocalDate date) => date.ToString("dd.MM.uuuu", CultureInfo.InvariantCulture);

    /// <summary>"a", "a und b", "a, b und c".</summary>
    public static string Enumerate(IReadOnlyList<string> parts) => parts.Count < 2
        ? string.Concat(parts)
        : string.Join(", ", parts.Take(parts.Count - 1)) + " und " + parts[parts.Count - 1];
}
