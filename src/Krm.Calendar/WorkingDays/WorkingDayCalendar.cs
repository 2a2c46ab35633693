using Krm.Calendar.Holidays;

namespace Krm.Calendar.WorkingDays;

/// <summary>The working days (Arbeitstage) of an office: week pattern, public holidays, closures.</summary>
/// <remarks>
/// No statute defines the Arbeitstag: service targets count it, statutory periods never do. Immutable and thread-safe;
/// building one costs about a millisecond and 200 kB, so build once and keep it. More choices: <see cref="WorkingDayCalendarBuilder"/>.
/// </remarks>
public sealed class WorkingDayCalendar : CombinableDayCalendar<WorkingDayCalendar>
{
    internal WorkingDayCalendar(DayReasoning reasoning)
        : base(reasoning)
    {
    }

    /// <inheritdoc/>
    internal override string GermanTerm => "Arbeitstag";

    /// <summary>Monday to Friday except the holidays of a Land, no closures.</summary>
    /// <param name="land">The Land.</param>
    /// <param name="data">Holiday data; null means <see cref="HolidayData.Germany"/>.</param>
    /// <returns>The calendar; holidays of single municipalities make their days uncertain.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="land"/> is not one of the 16.</exception>
    public static WorkingDayCalendar For(Bundesland land, HolidayData? data = null) =>
        new(new DayDefinition(land, data ?? HolidayData.Germany, null, WeekPattern.MondayToFriday, []));

    private protected override WorkingDayCalendar Create(DayReasoning reasoning) => new(reasoning);
}
