using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Krm.Rules;

/// <summary>German number and date formats for texts a clerk files; independent of the machine's culture data.</summary>
internal static class German
{
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("dd'.'MM'.'uuuu");

    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("H':'mm");

    private static readonly NumberFormatInfo Numbers = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NegativeSign = "-",
    };

    public static string Date(LocalDate date) => DatePattern.Format(date);

    /// <summary>Hours and minutes: "9:05 Uhr".</summary>
    public static string Time(LocalTime time) => TimePattern.Format(time) + " Uhr";

    /// <summary>Day and time of an end on the clock in Germany; the end of a day is "24:00 Uhr".</summary>
    public static string Moment(LocalDate day, Instant end)
    {
        var local = end.InZone(GermanTime.Zone).LocalDateTime;
        return Date(day) + ", " + (local.Date == day ? Time(local.TimeOfDay) : "24:00 Uhr");
    }

    public static string Number(decimal value, int decimals) =>
        value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Numbers);

    /// <summary>The items joined by commas, the last by "oder".</summary>
    public static string Or(IReadOnlyList<string> items) => Join(items, " oder ");

    /// <summary>The items joined by commas, the last by "und".</summary>
    public static string And(IReadOnlyList<string> items) => Join(items, " und ");

    private static string Join(IReadOnlyList<string> items, string last) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + last + items[items.Count - 1],
    };
}
