using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Krm.Calendar.ICalendar;

/// <summary>A DATE or DATE-TIME of RFC 5545 in its own zone.</summary>
internal readonly record struct EventTime(LocalDateTime Local, bool IsDate, DateTimeZone Zone)
{
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern TimePattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    public Instant Instant => Zone.AtLeniently(Local).ToInstant();

    /// <summary>Reads one value of a line, which may hold several separated by commas.</summary>
    /// <exception cref="UnusableEventException">No date or time, or an unknown zone.</exception>
    public static EventTime Parse(ContentLine line, string value, DateTimeZone floatingZone)
    {
        string text = value.Trim();
        if (DatePattern.Parse(text) is { Success: true } date)
        {
            return new EventTime(date.Value.AtMidnight(), IsDate: true, floatingZone);
        }

        bool isUtc = text.Length > 0 && text[text.Length - 1] == 'Z';
        string digits = isUtc ? text.Substring(0, text.Length - 1) : text;
        if (TimePattern.Parse(digits) is not { Success: true } time)
        {
            throw new UnusableEventException($"{line.Name} in Zeile {line.Number} ist weder ein Datum (JJJJMMTT) noch ein Zeitpunkt (JJJJMMTTThhmmss)");
        }

        DateTimeZone zone = isUtc ? DateTimeZone.Utc : FindZone(line, floatingZone);
        return new EventTime(time.Value, IsDate: false, zone);
    }

    private static DateTimeZone FindZone(ContentLine line, DateTimeZone floatingZone)
    {
        string? id = line.Parameter("TZID")?.TrimStart('/');
        if (id is null)
        {
            return floatingZone;
        }

        // Outlook writes the names of Windows zones.
        if (TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(id, out string? mapped))
        {
            id = mapped;
        }

        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
            ?? throw new UnusableEventException($"die Zeitzone in Zeile {line.Number} ist unbekannt");
    }
}
