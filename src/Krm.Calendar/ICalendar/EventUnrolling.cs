using Krm.Calendar.WorkingDays;
using NodaTime;
using NodaTime.Text;

namespace Krm.Calendar.ICalendar;

/// <summary>Turns one event, however it recurs, into closures.</summary>
internal sealed class EventUnrolling(EventLines lines, ICalendarImportOptions options, IReadOnlyCollection<Instant> replaced)
{
    private const int LongestClosureDays = 3_660;

    /// <summary>The closures of the event within the range.</summary>
    /// <exception cref="UnusableEventException">The event cannot be taken.</exception>
    public IReadOnlyList<Closure> Closures()
    {
        ContentLine startLine = lines.Find("DTSTART") ?? throw new UnusableEventException("DTSTART fehlt");
        EventTime start = EventTime.Parse(startLine, startLine.Value, options.Zone);
        if (!start.IsDate && options.TimedEvents == TimedEventPolicy.Ignore)
        {
            throw new UnusableEventException("Termin mit Uhrzeit: schließt keinen ganzen Tag");
        }

        Duration length = LengthOf(start);
        HashSet<Instant> excluded = [.. Times("EXDATE").Select(time => Match(time, start).Instant), .. replaced];
        string note = ContentLines.Unescape(lines.Find("SUMMARY")?.Value ?? "");
        List<Closure> closures = [];
        foreach (LocalDateTime occurrence in Occurrences(start).Concat(Times("RDATE").Select(time => Match(time, start).Local)).Distinct().OrderBy(time => time))
        {
            EventTime begin = start with { Local = occurrence };
            if (!excluded.Contains(begin.Instant) && DaysOf(begin, length) is { } days)
            {
                closures.Add(Closure.Between(days.Start, days.End, note));
            }
        }

        return closures.Count > 0
            ? closures
            : throw new UnusableEventException("kein Tag des Eintrags liegt im Zeitraum, oder alle sind ausgenommen");
    }

    // An EXDATE or RDATE may be written in another zone, or as a date for a timed event.
    private static EventTime Match(EventTime time, EventTime start)
    {
        if (start.IsDate)
        {
            return start with { Local = time.Local.Date.AtMidnight() };
        }

        return time.IsDate
            ? start with { Local = time.Local.Date + start.Local.TimeOfDay }
            : start with { Local = time.Instant.InZone(start.Zone).LocalDateTime };
    }

    private IEnumerable<EventTime> Times(string name) => lines.FindAll(name).SelectMany(line =>
        line.Parameter("VALUE") == "PERIOD"
            ? throw new UnusableEventException($"{name} mit Zeiträumen in Zeile {line.Number} wird nicht unterstützt")
            : line.Value.Split(',').Select(value => EventTime.Parse(line, value, options.Zone)));

    private IEnumerable<LocalDateTime> Occurrences(EventTime start)
    {
        if (lines.Find("RRULE") is not { } line)
        {
            return [start.Local];
        }

        if (lines.FindAll("RRULE").Skip(1).Any())
        {
            throw new UnusableEventException("mehrere RRULE in einem Eintrag werden nicht unterstützt");
        }

        RecurrenceRule rule = RecurrenceRule.Parse(line);
        IEnumerable<LocalDateTime> all = rule.Occurrences(start.Local.Date, options.Range.End).Select(date => date + start.Local.TimeOfDay);
        if (rule.Until is { } text)
        {
            EventTime until = EventTime.Parse(line, text, start.Zone);
            all = until.IsDate
                ? all.TakeWhile(time => time.Date <= until.Local.Date)
                : start.IsDate
                    ? all.TakeWhile(time => time.Date <= until.Instant.InZone(options.Zone).Date)
                    : all.TakeWhile(time => (start with { Local = time }).Instant <= until.Instant);
        }

        return rule.Count is { } count ? all.Take(count) : all;
    }

    private Duration LengthOf(EventTime start)
    {
        if (lines.Find("DTEND") is { } endLine)
        {
            EventTime end = EventTime.Parse(endLine, endLine.Value, options.Zone);
            if (end.IsDate != start.IsDate)
            {
                throw new UnusableEventException("DTSTART und DTEND sind nicht beide ein Datum oder beide ein Zeitpunkt");
            }

            return Check(start.IsDate ? Duration.FromDays(Period.DaysBetween(start.Local.Date, end.Local.Date)) : end.Instant - start.Instant);
        }

        return lines.Find("DURATION") is { } line ? Check(ReadDuration(line)) : Duration.Zero;
    }

    private static Duration Check(Duration length) => length < Duration.Zero || length.Days > LongestClosureDays
        ? throw new UnusableEventException("das Ende liegt vor dem Anfang oder mehr als zehn Jahre danach")
        : length;

    private static Duration ReadDuration(ContentLine line)
    {
        string text = line.Value.Trim().TrimStart('+');
        return PeriodPattern.NormalizingIso.Parse(text) is { Success: true } period && period.Value.Months == 0 && period.Value.Years == 0
            ? period.Value.ToDuration()
            : throw new UnusableEventException($"DURATION in Zeile {line.Number} ist fehlerhaft");
    }

    /// <summary>The days of one occurrence within the range; a length of nothing still takes its day.</summary>
    private DateInterval? DaysOf(EventTime begin, Duration length)
    {
        LocalDate first;
        LocalDate last;
        if (begin.IsDate)
        {
            first = begin.Local.Date;
            last = first.PlusDays(Math.Max((int)Math.Ceiling(length.TotalDays), 1) - 1);
        }
        else
        {
            Instant end = begin.Instant + length;
            first = begin.Instant.InZone(options.Zone).Date;
            // The end is exclusive: an event until midnight does not touch the next day.
            last = length == Duration.Zero ? first : end.Minus(Duration.Epsilon).InZone(options.Zone).Date;
        }

        LocalDate from = LocalDate.Max(first, options.Range.Start);
        LocalDate to = LocalDate.Min(last, options.Range.End);
        return from <= to ? new DateInterval(from, to) : null;
    }
}
