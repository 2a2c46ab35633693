using System.Collections.Concurrent;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>The three day calendars of one place under one assumption about its doubtful holidays; each built at first use.</summary>
/// <remarks>Thread-safe: a race builds a calendar twice and keeps one.</remarks>
internal sealed class PlaceDays
{
    private readonly Func<WeekPattern, DayReasoning> _reasoning;
    private StatutoryDayCalendar? _endDays;
    private WorkingDayCalendar? _workingDays;
    private WerktagCalendar? _werktage;
    private readonly ConcurrentDictionary<LocalDate, string> _holidayNames = new();
    private bool? _hasDoubtfulDays;

    public PlaceDays(Func<WeekPattern, DayReasoning> reasoning, WorkingDayCalendar? office)
    {
        _reasoning = reasoning;
        _workingDays = office;
    }

    /// <summary>The days on which a statutory period may end.</summary>
    public StatutoryDayCalendar EndDays =>
        _endDays ?? LazyInitializer.EnsureInitialized(ref _endDays, () => new StatutoryDayCalendar(_reasoning(WeekPattern.MondayToFriday)))!;

    public WorkingDayCalendar WorkingDays =>
        _workingDays ?? LazyInitializer.EnsureInitialized(ref _workingDays, () => new WorkingDayCalendar(_reasoning(WeekPattern.MondayToFriday)))!;

    public WerktagCalendar Werktage =>
        _werktage ?? LazyInitializer.EnsureInitialized(ref _werktage, () => new WerktagCalendar(_reasoning(WeekPattern.MondayToSaturday)))!;

    /// <summary>Whether the data cannot decide some holiday here; looked for once, because it takes longer than a deadline.</summary>
    public bool HasDoubtfulDays => _hasDoubtfulDays ??= EndDays.HasUncertainDays || WorkingDays.HasUncertainDays;

    /// <summary>The calendar in which a unit counts.</summary>
    public DayCalendar For(DeadlineUnit unit) => unit == DeadlineUnit.Werktage ? Werktage : WorkingDays;

    /// <summary>Why a day is free: "Samstag", "Karfreitag"; empty where it is not.</summary>
    public string ReasonFor(LocalDate date) => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday
        ? GermanText.Weekday(date.DayOfWeek)
        : _holidayNames.GetOrAdd(date, NameHolidays);

    // Kept once found: looking through all rules takes longer than a deadline.
    private string NameHolidays(LocalDate date) =>
        string.Join(", ", EndDays.Explain(date).Reasons.Select(reason => reason.Holiday?.Name).OfType<string>().Distinct());
}
