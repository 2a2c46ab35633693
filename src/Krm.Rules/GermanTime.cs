using NodaTime;

namespace Krm.Rules;

/// <summary>Legal time in Germany.</summary>
internal static class GermanTime
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    /// <summary>The first moment after the day.</summary>
    public static Instant EndOf(LocalDate date) => Zone.AtStartOfDay(date.PlusDays(1)).ToInstant();
}
