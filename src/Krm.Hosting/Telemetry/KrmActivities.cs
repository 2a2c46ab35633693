using System.Diagnostics;

namespace Krm.Hosting.Telemetry;

/// <summary>The source of all activities.</summary>
internal static class KrmActivities
{
    public static readonly ActivitySource Source = new(KrmTelemetry.ActivitySourceName);
}
