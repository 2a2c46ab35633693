using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.OfficeHours;

/// <summary>When an office is open and until when it accepts something for the same day.</summary>
/// <remarks>
/// Working days come from a <see cref="WorkingDayCalendar"/> with its closures; opening hours and cut-offs from the
/// weekday. All times are local times of the zone, so they hold on both sides of a clock change. For service targets
/// only, never for a statutory period. Immutable and thread-safe; made by <see cref="OfficeScheduleBuilder"/>.
/// </remarks>
public sealed class OfficeSchedule
{
    private readonly IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpeningPeriod>> _openings;
    private readonly IReadOnlyDictionary<(ReceiptChannel Channel, IsoDayOfWeek Day), CutOff> _cutOffs;

    internal OfficeSchedule(
        WorkingDayCalendar calendar,
        DateTimeZone zone,
        IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpeningPeriod>> openings,
        IReadOnlyDictionary<(ReceiptChannel Channel, IsoDayOfWeek Day), CutOff> cutOffs)
    {
        Calendar = calendar;
        Zone = zone;
        _openings = openings;
        _cutOffs = cutOffs;
    }

    /// <summary>The working days of the office.</summary>
    public WorkingDayCalendar Calendar { get; }

    /// <summary>The time zone of the office.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The opening hours of a day, ascending.</summary>
    /// <param name="date">ISO date, 1990-01-01 to 2100-12-31.</param>
    /// <returns>The stretches; none on a day that is not a working day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is not covered.</exception>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    public IReadOnlyList<OpeningPeriod> GetOpeningPeriods(LocalDate date) =>
        Calendar.IsWorkingDay(date) && _openings.TryGetValue(date.DayOfWeek, out IReadOnlyList<OpeningPeriod>? periods) ? periods : [];

    /// <summary>The acceptance cut-off for one way on a day of the week.</summary>
    /// <param name="channel">The way.</param>
    /// <param name="day">The day of the week.</param>
    /// <returns>The cut-off, or null where there is none.</returns>
    public CutOff? GetCutOff(ReceiptChannel channel, IsoDayOfWeek day) =>
        _cutOffs.TryGetValue((channel, day), out CutOff cutOff) ? cutOff : null;

    /// <summary>Whether the office is open to visitors at a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>True from opening time to just before closing time of a working day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The moment lies outside the covered days.</exception>
    public bool IsOpen(Instant moment) =>
        GetOpeningPeriods(moment.InZone(Zone).Date).Any(period => period.On(moment.InZone(Zone).Date, Zone).Contains(moment));

    /// <summary>The moment itself if the office is open, else the next time it opens.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>The moment, or the beginning of the next opening.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The moment lies outside the covered days, or the office does not open any more.</exception>
    /// <exception cref="InvalidOperationException">The schedule has no opening hours.</exception>
    public Instant NextOpening(Instant moment)
    {
        CheckOpens();
        LocalDate date = moment.InZone(Zone).Date;
        while (true)
        {
            foreach (Interval interval in OpenIntervals(date))
            {
                if (interval.End > moment)
                {
                    return interval.Start > moment ? interval.Start : moment;
                }
            }

            date = Calendar.NextWorkingDay(date);
        }
    }

    /// <summary>For how long the office is open between two moments.</summary>
    /// <param name="start">Beginning, inclusive.</param>
    /// <param name="end">End, exclusive; not before the beginning.</param>
    /// <returns>The elapsed opening time; an hour that a clock change skips does not count, a repeated one counts twice.</returns>
    /// <exception cref="ArgumentException">The end lies before the beginning.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A moment lies outside the covered days.</exception>
    public Duration OpenTimeBetween(Instant start, Instant end)
    {
        if (end < start)
        {
            throw new ArgumentException("The end lies before the beginning.", nameof(end));
        }

        Duration total = Duration.Zero;
        DateInterval days = new(start.InZone(Zone).Date, end.InZone(Zone).Date);
        foreach (Interval interval in Calendar.EnumerateWorkingDays(days).SelectMany(OpenIntervals))
        {
            Instant from = Instant.Max(start, interval.Start);
            Instant to = Instant.Min(end, interval.End);
            total += to > from ? to - from : Duration.Zero;
        }

        return total;
    }

    /// <summary>On which working day something counts as received.</summary>
    /// <param name="moment">When it reached the office.</param>
    /// <param name="channel">How it came.</param>
    /// <returns>
    /// The day it came if that is a working day and the cut-off has not passed, else the next working day. A visit also
    /// needs an opening that has not ended; outside the hours it counts with the next opening.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The moment, or the day on which it counts, is not covered.</exception>
    /// <exception cref="InvalidOperationException">A visit, and no opening hours leave room for one.</exception>
    public Receipt Receive(Instant moment, ReceiptChannel channel)
    {
        ZonedDateTime at = moment.InZone(Zone);
        bool isWorkingDay = Calendar.IsWorkingDay(at.Date);
        bool countsToday = isWorkingDay && Accepts(at.Date, at.TimeOfDay, channel);
        LocalDate countsOn = countsToday ? at.Date : NextAcceptingDay(at.Date, channel);
        return new Receipt(
            at,
            channel,
            countsOn,
            isWorkingDay ? GetCutOff(channel, at.Date.DayOfWeek) : null,
            isWorkingDay && !countsToday,
            Calendar.Explain(at.Date));
    }

    private LocalDate NextAcceptingDay(LocalDate date, ReceiptChannel channel)
    {
        if (channel == ReceiptChannel.Visit && !Enumerable.Range(1, 7).Any(day => IsVisitPossible((IsoDayOfWeek)day)))
        {
            throw new InvalidOperationException("The schedule has no opening hours before the cut-off, so no visit is ever accepted.");
        }

        LocalDate next = Calendar.NextWorkingDay(date);
        while (!Accepts(next, LocalTime.Midnight, channel))
        {
            next = Calendar.NextWorkingDay(next);
        }

        return next;
    }

    private bool Accepts(LocalDate date, LocalTime time, ReceiptChannel channel)
    {
        if (channel != ReceiptChannel.Visit)
        {
            return GetCutOff(channel, date.DayOfWeek) is not { } cutOff || cutOff.Admits(time);
        }

        // Who comes too early or in a break waits for the next opening of the day.
        return IsVisitPossible(date.DayOfWeek, time);
    }

    private bool IsVisitPossible(IsoDayOfWeek day, LocalTime time = default) =>
        _openings.TryGetValue(day, out IReadOnlyList<OpeningPeriod>? periods)
        && periods.Any(period =>
        {
            LocalTime served = LocalTime.Max(time, period.Opens);
            return period.Contains(served) && (GetCutOff(ReceiptChannel.Visit, day) is not { } cutOff || cutOff.Admits(served));
        });

    private IEnumerable<Interval> OpenIntervals(LocalDate date) => GetOpeningPeriods(date).Select(period => period.On(date, Zone));

    private void CheckOpens()
    {
        if (_openings.Count == 0)
        {
            throw new InvalidOperationException("The schedule has no opening hours.");
        }
    }
}
