using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>Time of day in Germany.</summary>
internal static class BerlinTime
{
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    /// <summary>The first moment after a day: a deadline is kept strictly before it.</summary>
    public static Instant EndOf(LocalDate day) => StartOf(day.PlusDays(1));

    public static Instant StartOf(LocalDate day) => Zone.AtStartOfDay(day).ToInstant();

    /// <summary>The moment of a local time; the earlier one where the clock shows it twice, the shifted one where it never does.</summary>
    public static Instant At(LocalDateTime time) => Zone.AtLeniently(time).ToInstant();

    public static LocalDateTime LocalAt(Instant moment) => moment.InZone(Zone).LocalDateTime;

    /// <summary>The last day on which there is still time before a moment.</summary>
    public static LocalDate LastDayBefore(Instant moment) => LocalAt(moment - Duration.Epsilon).Date;

    public static int CountOf(LocalDateTime time) => Zone.MapLocal(time).Count;
}
