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
    public LocalDate? LastDay(DueRule due, string period, LocalDate start, IReadOnlyList<DeadlinePause>? pauses = null)
    {
        var spec = SpecOf(due, period);
        return pauses is null or { Count: 0 }
            ? _calculator.Value.GetLastDay(spec, start)
            : _calculator.Value.GetLastDay(spec with { Pauses = pauses }, start);
    }

    /// <summary>The same end with its steps.</summary>
    public Deadline Explain(DueRule due, string period, LocalDate start, IReadOnlyList<DeadlinePause> pauses) =>
        _calculator.Value.Calculate(SpecOf(due, period) with { EventDay = start, Pauses = pauses });

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
