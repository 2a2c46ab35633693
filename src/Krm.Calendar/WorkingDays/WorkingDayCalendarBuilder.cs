using Krm.Calendar.Holidays;

namespace Krm.Calendar.WorkingDays;

/// <summary>Puts a <see cref="WorkingDayCalendar"/> together: Land, municipality, week pattern, closures.</summary>
/// <remarks>Mutable and not thread-safe; what it builds is immutable and thread-safe. It can go on building after a build.</remarks>
public sealed class WorkingDayCalendarBuilder
{
    private readonly Bundesland _land;
    private readonly List<Closure> _closures = [];
    private HolidayData? _data;
    private MunicipalityKey? _municipality;
    private WeekPattern _week = WeekPattern.MondayToFriday;

    /// <summary>Begins with Monday to Friday and the holidays of a Land, no closures.</summary>
    /// <param name="land">The Land of the office.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="land"/> is not one of the 16.</exception>
    public WorkingDayCalendarBuilder(Bundesland land)
    {
        land.Code();
        _land = land;
    }

    /// <summary>Takes other holiday data than <see cref="HolidayData.Germany"/>.</summary>
    /// <param name="data">The data.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    public WorkingDayCalendarBuilder WithHolidayData(HolidayData data)
    {
        _data = Guard.NotNull(data);
        return this;
    }

    /// <summary>Adds the holidays of the municipality in which the office lies.</summary>
    /// <param name="municipality">Municipality in the Land of this builder.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The municipality lies in another Land, or is the default value.</exception>
    public WorkingDayCalendarBuilder WithMunicipality(MunicipalityKey municipality)
    {
        if (municipality.IsDefault || municipality.Land != _land)
        {
            throw new ArgumentException($"The municipality '{municipality}' does not lie in {_land.Code()}.", nameof(municipality));
        }

        _municipality = municipality;
        return this;
    }

    /// <summary>Sets the days of the week on which the office works.</summary>
    /// <param name="week">The pattern; default Monday to Friday.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The pattern has no day.</exception>
    public WorkingDayCalendarBuilder WithWeek(WeekPattern week)
    {
        _week = week.IsEmpty ? throw new ArgumentException("The week pattern has no day.", nameof(week)) : week;
        return this;
    }

    /// <summary>Adds a closure.</summary>
    /// <param name="closure">The closure; it may overlap with others.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="closure"/> is null.</exception>
    public WorkingDayCalendarBuilder AddClosure(Closure closure)
    {
        _closures.Add(Guard.NotNull(closure));
        return this;
    }

    /// <summary>Adds closures, such as those imported from a calendar file.</summary>
    /// <param name="closures">The closures.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="closures"/> or one of them is null.</exception>
    public WorkingDayCalendarBuilder AddClosures(IEnumerable<Closure> closures)
    {
        foreach (Closure closure in Guard.NotNull(closures))
        {
            AddClosure(closure);
        }

        return this;
    }

    /// <summary>Builds the calendar.</summary>
    /// <returns>An immutable calendar; about a millisecond.</returns>
    public WorkingDayCalendar Build() =>
        new(new DayDefinition(_land, _data ?? HolidayData.Germany, _municipality, _week, [.. _closures]));
}
