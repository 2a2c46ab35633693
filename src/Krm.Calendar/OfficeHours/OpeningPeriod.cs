using System.Globalization;
using NodaTime;

namespace Krm.Calendar.OfficeHours;

/// <summary>A stretch of a day during which an office is open to visitors (Sprechzeit).</summary>
/// <remarks>Immutable. Open from <see cref="Opens"/>, inclusive, to <see cref="Closes"/>, exclusive.</remarks>
public sealed record OpeningPeriod
{
    /// <summary>A stretch from one time to a later one of the same day.</summary>
    /// <param name="opens">Beginning, inclusive.</param>
    /// <param name="closes">End, exclusive; midnight means the end of the day (24:00).</param>
    /// <exception cref="ArgumentException">The end does not lie after the beginning.</exception>
    public OpeningPeriod(LocalTime opens, LocalTime closes)
    {
        if (closes <= opens && closes != LocalTime.Midnight)
        {
            throw new ArgumentException($"Closing time {closes:HH:mm} does not lie after opening time {opens:HH:mm}.", nameof(closes));
        }

        Opens = opens;
        Closes = closes;
    }

    /// <summary>Beginning, inclusive.</summary>
    public LocalTime Opens { get; }

    /// <summary>End, exclusive; midnight means 24:00.</summary>
    public LocalTime Closes { get; }

    private long ClosesAtTick => Closes == LocalTime.Midnight ? NodaConstants.TicksPerDay : Closes.TickOfDay;

    /// <summary>Whether the office is open at a time of day.</summary>
    /// <param name="time">Time of day.</param>
    /// <returns>True from the beginning to just before the end.</returns>
    public bool Contains(LocalTime time) => time >= Opens && (time < Closes || Closes == LocalTime.Midnight);

    /// <summary>German text such as "08:00–12:00 Uhr".</summary>
    /// <returns>Hours and minutes of both ends.</returns>
    public override string ToString()
    {
        string closes = Closes == LocalTime.Midnight ? "24:00" : Closes.ToString("HH:mm", CultureInfo.InvariantCulture);
        return $"{Opens.ToString("HH:mm", CultureInfo.InvariantCulture)}–{closes} Uhr";
    }

    internal bool Overlaps(OpeningPeriod other) => Opens.TickOfDay < other.ClosesAtTick && other.Opens.TickOfDay < ClosesAtTick;

    /// <summary>The stretch on a day as instants; a time that a clock change skips is moved on by its length.</summary>
    internal Interval On(LocalDate date, DateTimeZone zone)
    {
        Instant start = zone.AtLeniently(date + Opens).ToInstant();
        LocalDate lastDate = Closes == LocalTime.Midnight ? date.PlusDays(1) : date;
        Instant end = zone.AtLeniently(lastDate + Closes).ToInstant();
        return new Interval(start, end < start ? start : end);
    }
}
