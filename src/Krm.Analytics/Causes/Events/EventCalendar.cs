namespace Krm.Analytics.Causes.Events;

/// <summary>What an administration did and will do that makes people write, so that its echo is explained and foreseen.</summary>
/// <remarks>
/// Past events explain peaks that move from year to year; coming ones say when the next peak is due. Belongs to the host.
/// Immutable and thread-safe.
/// </remarks>
/// <example>
/// <code>
/// var calendar = new EventCalendar(
/// [
///     new CalendarEvent(new LocalDate(2025, 2, 3), "Abfallgebührenbescheide", 41_000),
///     new CalendarEvent(new LocalDate(2026, 2, 23), "Abfallgebührenbescheide", 42_500),
/// ]);
/// </code>
/// </example>
public sealed class EventCalendar
{
    /// <summary>Collects events.</summary>
    /// <param name="events">The events in any order.</param>
    /// <exception cref="ArgumentException">An event has no kind, or one of the same kind and day is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is not a number above 0.</exception>
    public EventCalendar(IEnumerable<CalendarEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        Events = [.. events.OrderBy(one => one.Day).ThenBy(one => one.Kind, StringComparer.Ordinal)];
        foreach (var (index, one) in Events.Index())
        {
            if (string.IsNullOrWhiteSpace(one.Kind))
            {
                throw new ArgumentException($"The event of {one.Day:uuuu-MM-dd} has no kind.", nameof(events));
            }

            if (!(one.Size > 0) || double.IsInfinity(one.Size))
            {
                throw new ArgumentOutOfRangeException(nameof(events), one.Size, $"The size of the event of {one.Day:uuuu-MM-dd} is not a number above 0.");
            }

            if (index > 0 && Events[index - 1].Day == one.Day && Events[index - 1].Kind == one.Kind)
            {
                throw new ArgumentException($"An event of {one.Day:uuuu-MM-dd} is named twice.", nameof(events));
            }
        }

        Kinds = [.. Events.Select(one => one.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>No events.</summary>
    public static EventCalendar Empty { get; } = new([]);

    /// <summary>The events, earliest first.</summary>
    public IReadOnlyList<CalendarEvent> Events { get; }

    /// <summary>The kinds in ordinal order.</summary>
    public IReadOnlyList<string> Kinds { get; }
}
