using NodaTime;

namespace Krm.Calendar.ICalendar;

/// <summary>How closures are read from an iCalendar file.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ICalendarImportOptions
{
    /// <summary>Days within which events are taken and recurring ones unrolled, both ends included; default all covered days.</summary>
    public DateInterval Range { get; init; } = new(CoveredDays.First, CoveredDays.Last);

    /// <summary>What happens to events with a time of day; default <see cref="TimedEventPolicy.Ignore"/>.</summary>
    public TimedEventPolicy TimedEvents { get; init; } = TimedEventPolicy.Ignore;

    /// <summary>Zone of the office, in which timed events become days; default Europe/Berlin.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
}
