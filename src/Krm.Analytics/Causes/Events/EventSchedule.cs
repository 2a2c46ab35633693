using Krm.Analytics.Counting;

namespace Krm.Analytics.Causes.Events;

/// <summary>The events of one kind on the periods of a series.</summary>
internal sealed class EventSchedule
{
    private readonly (int Index, double Size)[] _events;

    private EventSchedule(string kind, (int Index, double Size)[] events)
    {
        Kind = kind;
        _events = events;
    }

    public string Kind { get; }

    /// <summary>One schedule for each kind of which at least two events lie within the series; others cannot be learnt from.</summary>
    public static IReadOnlyList<EventSchedule> Of(EventCalendar calendar, CountPeriod first, int length) =>
    [
        .. calendar.Events.GroupBy(one => one.Kind, StringComparer.Ordinal)
            .Select(group => Create(group.Key, group, first, length)).OfType<EventSchedule>()
            .OrderBy(schedule => schedule.Kind, StringComparer.Ordinal),
    ];

    /// <summary>How strongly each period is touched: 1 for an event of the usual size, 0 for none.</summary>
    /// <param name="lag">How many periods after that of the event the effect begins.</param>
    /// <param name="duration">For how many periods it lasts.</param>
    /// <param name="length">How many periods, from the first of the series on.</param>
    public double[] Reach(int lag, int duration, int length)
    {
        var reach = new double[length];
        foreach (var (index, size) in _events)
        {
            for (var i = Math.Max(0, index + lag); i < Math.Min(length, index + lag + duration); i++)
            {
                reach[i] += size;
            }
        }

        return reach;
    }

    /// <summary>The index at which the effect of the first event after the series begins; -1 if none is known.</summary>
    public int NextStart(int lag, int length)
    {
        var next = Array.FindIndex(_events, one => one.Index + lag >= length);
        return next < 0 ? -1 : _events[next].Index + lag;
    }

    private static EventSchedule? Create(string kind, IEnumerable<CalendarEvent> events, CountPeriod first, int length)
    {
        var all = events.Select(one => (Index: CountPeriod.Of(first.Kind, one.Day).Number - first.Number, one.Size)).ToArray();
        var within = all.Where(one => one.Index >= 0 && one.Index < length).ToList();
        if (within.Count < 2)
        {
            return null;
        }

        var usual = within.Average(one => one.Size);
        return new EventSchedule(kind, [.. all.Select(one => (one.Index, one.Size / usual))]);
    }
}
