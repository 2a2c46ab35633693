using NodaTime;

namespace Krm.Cli;

/// <summary>Legal time in Germany.</summary>
internal static class GermanTime
{
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
}
