using System.Collections.Concurrent;
using Krm.Calendar.Deadlines;
using Krm.Calendar.Deadlines.Policies;
using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using Krm.Rules.Outcomes;
using NodaTime;

namespace Krm.Rules.Compilation;

/// <summary>Asks the calendar for the end of a period: one source for the day and for its explanation.</summary>
internal sealed class DueCalculator(Bundesland land, WorkingDayCalendar? office, HolidayData? holidays)
{
    // Calendars are dear, and the usual ones are the same for every evaluator of a Land.
    private static readonly Lazy<DeadlineCalculator> Usual = new(() => new DeadlineCalculator());

    private readonly Lazy<DeadlineCalculator> _calculator = office is null && holidays is null ? Usual : new(() => new DeadlineCalculator(holidays, office: office));
    private readonly ConcurrentDictionary<(string Period, string Regime, bool IsBackward, bool? Shift), DeadlineSpec> _specs = new();

    /// <summary>The last day of a period, or <c>null</c> while a pause goes on.</summary>
    /// <exception cref="DueDateException">A day would be needed that no calendar covers.</exception>
    public LocalDate? LastDay(DueRule due, string period, LocalDate start, IReadOnlyList<DeadlinePause>? pauses = null)
    {
        var spec = SpecOf(due, period);
        try
        {
            return pauses is null or { Count: 0 }
                ? _calculator.Value.GetLastDay(spec, start)
                : _calculator.Value.GetLastDay(spec with { Pauses = pauses }, start);
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or DeadlineSpecException)
        {
            throw new DueDateException(period, start, exception);
        }
    }

    /// <summary>The same end with its steps, and to the minute if the period runs in hours.</summary>
    /// <param name="due">How the due date follows.</param>
    /// <param name="period">The period.</param>
    /// <param name="start">The day it starts from.</param>
    /// <param name="time">The time it starts from; <c>null</c> unless it runs in hours.</param>
    /// <param name="pauses">When the clock stands still.</param>
    /// <exception cref="DueDateException">A day would be needed that no calendar covers.</exception>
    public Deadline Explain(DueRule due, string period, LocalDate start, LocalTime? time, IReadOnlyList<DeadlinePause> pauses)
    {
        try
        {
            return _calculator.Value.Calculate(SpecOf(due, period) with { EventDay = start, EventTime = time, Pauses = pauses });
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or DeadlineSpecException)
        {
            throw new DueDateException(period, start, exception);
        }
    }

    private DeadlineSpec SpecOf(DueRule due, string period) => _specs.GetOrAdd(
        (period, due.Regime, due.IsBackward, due.Shift),
        key => new DeadlineSpec(Regimes.Parse(key.Regime), new LocalDate(2000, 1, 1), land, DeadlinePeriod.Parse(key.Period))
        {
            Direction = key.IsBackward ? DeadlineDirection.Backward : DeadlineDirection.Forward,
            Policies = key.Shift is { } shift
                ? DeadlinePolicies.Default with { EndShift = shift ? EndShift.Next : EndShift.None }
                : DeadlinePolicies.Default,
        });
}
