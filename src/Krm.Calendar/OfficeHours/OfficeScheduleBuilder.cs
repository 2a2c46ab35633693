using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.OfficeHours;

/// <summary>Puts an <see cref="OfficeSchedule"/> together: opening hours, acceptance cut-offs, time zone.</summary>
/// <remarks>Mutable and not thread-safe; what it builds is immutable and thread-safe.</remarks>
/// <param name="calendar">The working days of the office with its closures.</param>
public sealed class OfficeScheduleBuilder(WorkingDayCalendar calendar)
{
    private const string DefaultZone = "Europe/Berlin";

    private static readonly ReceiptChannel[] AllChannels = [ReceiptChannel.Letter, ReceiptChannel.Message, ReceiptChannel.Visit];

    private readonly WorkingDayCalendar _calendar = Guard.NotNull(calendar);
    private readonly Dictionary<IsoDayOfWeek, List<OpeningPeriod>> _openings = [];
    private readonly Dictionary<(ReceiptChannel Channel, IsoDayOfWeek Day), CutOff> _cutOffs = [];
    private DateTimeZone _zone = DateTimeZoneProviders.Tzdb[DefaultZone];

    /// <summary>Sets the time zone of the office.</summary>
    /// <param name="zone">The zone; default Europe/Berlin.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    public OfficeScheduleBuilder InZone(DateTimeZone zone)
    {
        _zone = Guard.NotNull(zone);
        return this;
    }

    /// <summary>Adds a stretch of opening hours to a day of the week.</summary>
    /// <param name="day">The day of the week.</param>
    /// <param name="opens">Beginning, inclusive.</param>
    /// <param name="closes">End, exclusive; midnight means 24:00.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The end does not lie after the beginning, or the stretch overlaps with another of the day.</exception>
    public OfficeScheduleBuilder Open(IsoDayOfWeek day, LocalTime opens, LocalTime closes)
    {
        CheckDay(day);
        OpeningPeriod period = new(opens, closes);
        if (!_openings.TryGetValue(day, out List<OpeningPeriod>? periods))
        {
            _openings[day] = periods = [];
        }

        if (periods.Find(period.Overlaps) is { } other)
        {
            throw new ArgumentException($"{period} overlaps with {other} on the same day of the week.", nameof(opens));
        }

        periods.Add(period);
        return this;
    }

    /// <summary>Sets the acceptance cut-off (Annahmeschluss) of a day of the week, for one way or for all.</summary>
    /// <param name="day">The day of the week.</param>
    /// <param name="cutOff">The cut-off; what comes exactly then is too late unless it is inclusive.</param>
    /// <param name="channel">The way; null means every way.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">Not a day of the week.</exception>
    public OfficeScheduleBuilder CutOffAt(IsoDayOfWeek day, CutOff cutOff, ReceiptChannel? channel = null)
    {
        CheckDay(day);
        foreach (ReceiptChannel one in channel is { } given ? [given] : AllChannels)
        {
            _cutOffs[(one, day)] = cutOff;
        }

        return this;
    }

    /// <summary>Sets the cut-off for visits some time before closing, on each day of the week that has opening hours so far.</summary>
    /// <param name="beforeClosing">How long before the last closing time visitors are refused, such as 15 minutes; less than a day, not negative.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or longer than from midnight to closing.</exception>
    public OfficeScheduleBuilder RefuseVisitsBeforeClosing(Duration beforeClosing)
    {
        foreach (KeyValuePair<IsoDayOfWeek, List<OpeningPeriod>> day in _openings)
        {
            OpeningPeriod last = day.Value.OrderBy(period => period.Opens).Last();
            long closes = last.Closes == LocalTime.Midnight ? NodaConstants.TicksPerDay : last.Closes.TickOfDay;
            long time = closes - beforeClosing.BclCompatibleTicks;
            if (time < 0 || time >= NodaConstants.TicksPerDay || time > closes)
            {
                throw new ArgumentOutOfRangeException(nameof(beforeClosing), beforeClosing, "The cut-off would not lie on the same day before closing time.");
            }

            CutOffAt(day.Key, new CutOff(LocalTime.FromTicksSinceMidnight(time)), ReceiptChannel.Visit);
        }

        return this;
    }

    /// <summary>Builds the schedule.</summary>
    /// <returns>An immutable schedule.</returns>
    public OfficeSchedule Build() => new(
        _calendar,
        _zone,
        _openings.ToDictionary(day => day.Key, day => (IReadOnlyList<OpeningPeriod>)[.. day.Value.OrderBy(period => period.Opens)]),
        _cutOffs.ToDictionary(cutOff => cutOff.Key, cutOff => cutOff.Value));

    private static void CheckDay(IsoDayOfWeek day)
    {
        if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
        {
            throw new ArgumentException($"'{day}' is not a day of the week.", nameof(day));
        }
    }
}
