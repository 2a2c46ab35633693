using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.ICalendar;

/// <summary>Reads closures (Schließtage) from an iCalendar file (RFC 5545).</summary>
/// <remarks>
/// All-day events close their days: with an exclusive <c>DTEND</c>, with none or an equal one (one day), or with
/// <c>DURATION</c>. <c>RRULE</c>, <c>RDATE</c>, <c>EXDATE</c> and changed occurrences (<c>RECURRENCE-ID</c>) are unrolled
/// within the range. Cancelled events and events with a time of day close nothing unless the options say so. Whatever
/// is ignored is reported with line and reason, never dropped in silence. Pure and thread-safe.
/// </remarks>
public static class ICalendarImport
{
    private static readonly string[] NoEntries = ["VTIMEZONE"];

    /// <summary>Reads the closures of a file.</summary>
    /// <param name="text">The content of an .ics file.</param>
    /// <param name="options">Range, zone and what happens to timed events; null means the defaults.</param>
    /// <returns>The closures and the ignored entries.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException">The range of the options lies outside the covered days.</exception>
    /// <exception cref="ICalendarFormatException">The text is not an iCalendar file, or is cut short; the line is named.</exception>
    public static ICalendarImportResult ReadClosures(string text, ICalendarImportOptions? options = null)
    {
        Guard.NotNull(text);
        ICalendarImportOptions chosen = options ?? new ICalendarImportOptions();
        CoveredDays.NumberOf(chosen.Range.Start);
        CoveredDays.NumberOf(chosen.Range.End);
        IReadOnlyList<EventLines> components = EventLines.Split(text.TrimStart('\uFEFF'));
        ILookup<string, Instant> replaced = FindReplaced(components, chosen);
        List<Closure> closures = [];
        List<IgnoredEntry> ignored = [];
        foreach (EventLines component in components.Where(component => !NoEntries.Contains(component.Component)))
        {
            try
            {
                closures.AddRange(Read(component, chosen, replaced));
            }
            catch (UnusableEventException exception)
            {
                ignored.Add(new IgnoredEntry(component.Number, exception.Message));
            }
        }

        return new ICalendarImportResult(closures, ignored);
    }

    private static IReadOnlyList<Closure> Read(EventLines component, ICalendarImportOptions options, ILookup<string, Instant> replaced)
    {
        if (component.Component != "VEVENT")
        {
            throw new UnusableEventException($"{component.Component} ist kein Termin");
        }

        if (string.Equals(component.Find("STATUS")?.Value.Trim(), "CANCELLED", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnusableEventException("abgesagt (STATUS:CANCELLED)");
        }

        if (component.Find("RECURRENCE-ID") is { } occurrence)
        {
            EventTime.Parse(occurrence, occurrence.Value, options.Zone);
            return new EventUnrolling(component, options, []).Closures();
        }

        IReadOnlyCollection<Instant> others = [.. replaced[component.Find("UID")?.Value ?? ""]];
        return new EventUnrolling(component, options, others).Closures();
    }

    /// <summary>The occurrences, by UID of their series, that an entry of its own replaces or cancels.</summary>
    private static ILookup<string, Instant> FindReplaced(IReadOnlyList<EventLines> components, ICalendarImportOptions options)
    {
        List<(string Uid, Instant Occurrence)> replaced = [];
        foreach (EventLines component in components)
        {
            if (component.Find("RECURRENCE-ID") is { } line && component.Find("UID") is { } uid)
            {
                try
                {
                    replaced.Add((uid.Value, EventTime.Parse(line, line.Value, options.Zone).Instant));
                }
                catch (UnusableEventException)
                {
                    // The entry itself is reported when it is read; without its occurrence nothing is replaced.
                }
            }
        }

        return replaced.ToLookup(pair => pair.Uid, pair => pair.Occurrence, StringComparer.Ordinal);
    }
}
