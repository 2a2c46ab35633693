using NodaTime;

namespace Krm.Calendar.WorkingDays;

/// <summary>Adjusters for <see cref="LocalDate.With"/> and <c>LocalDateTime.With</c>.</summary>
/// <remarks>Pure and thread-safe. Each throws what the method of <see cref="DayCalendar"/> of the same name throws.</remarks>
/// <example><code>LocalDate due = received.With(WorkingDayAdjusters.AddWorkingDays(calendar, 3));</code></example>
public static class WorkingDayAdjusters
{
    /// <summary>Moves to the first working day strictly after the date.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <returns>The adjuster.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public static Func<LocalDate, LocalDate> NextWorkingDay(DayCalendar calendar) => Guard.NotNull(calendar).NextWorkingDay;

    /// <summary>Keeps a working day and moves any other date to the first one after it.</summary>
    /// <inheritdoc cref="NextWorkingDay"/>
    public static Func<LocalDate, LocalDate> NextOrSameWorkingDay(DayCalendar calendar) => Guard.NotNull(calendar).NextOrSameWorkingDay;

    /// <summary>Moves to the last working day strictly before the date.</summary>
    /// <inheritdoc cref="NextWorkingDay"/>
    public static Func<LocalDate, LocalDate> PreviousWorkingDay(DayCalendar calendar) => Guard.NotNull(calendar).PreviousWorkingDay;

    /// <summary>Keeps a working day and moves any other date to the last one before it.</summary>
    /// <inheritdoc cref="NextWorkingDay"/>
    public static Func<LocalDate, LocalDate> PreviousOrSameWorkingDay(DayCalendar calendar) => Guard.NotNull(calendar).PreviousOrSameWorkingDay;

    /// <summary>Moves by a number of working days.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="count">Number of working days; negative moves back, 0 keeps the date.</param>
    /// <returns>The adjuster.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public static Func<LocalDate, LocalDate> AddWorkingDays(DayCalendar calendar, int count)
    {
        Guard.NotNull(calendar);
        return date => calendar.AddWorkingDays(date, count);
    }
}
