using System.Collections.Concurrent;
using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>The calendars of all places that were asked for, built once each.</summary>
/// <remarks>Thread-safe; what it holds does not change what it answers.</remarks>
internal sealed class PlaceCalendars(HolidayData holidays, WorkingDayCalendar? office)
{
    private readonly PlaceDays?[] _wholeLaender = new PlaceDays?[2 * Bundeslaender.All.Count];
    private readonly ConcurrentDictionary<(PlaceKey Place, bool IsKept), PlaceDays> _municipalities = new();
    private readonly ConcurrentDictionary<(PlaceKey First, PlaceKey Second, bool IsKept), PlaceDays> _pairs = new();

    /// <summary>The calendars of a place, with its doubtful holidays kept or not.</summary>
    public PlaceDays Get(PlaceKey place, bool isKept)
    {
        if (place.Municipality is not null)
        {
            return _municipalities.GetOrAdd((place, isKept), key => Build(key.Place, key.IsKept));
        }

        int slot = (2 * (int)place.Land) + (isKept ? 1 : 0);
        return _wholeLaender[slot] ??= Build(place, isKept);
    }

    /// <summary>The calendars in which a day free at either place is free.</summary>
    public PlaceDays GetBoth(PlaceKey first, PlaceKey second, bool isKept) =>
        _pairs.GetOrAdd(
            (first, second, isKept),
            key => new PlaceDays(week => new IntersectionReasoning(Reasoning(key.First, key.IsKept, week), Reasoning(key.Second, key.IsKept, week)), office));

    private PlaceDays Build(PlaceKey place, bool isKept) => new(week => Reasoning(place, isKept, week), Office(isKept));

    // The office's calendar may hold doubtful holidays of its own.
    private WorkingDayCalendar? Office(bool isKept) =>
        office is { HasUncertainDays: true } && isKept ? office.AssumingUncertainHolidays() : office;

    private DayReasoning Reasoning(PlaceKey place, bool isKept, WeekPattern week)
    {
        DayDefinition definition = new(place.Land, holidays, place.Municipality, week, []);
        return isKept ? new AssumedReasoning(definition) : definition;
    }
}
