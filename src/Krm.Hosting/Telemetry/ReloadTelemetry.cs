using System.Diagnostics;

namespace Krm.Hosting.Telemetry;

/// <summary>One look at files and options from its beginning to its end.</summary>
internal readonly struct ReloadTelemetry
{
    private readonly string _office;
    private readonly KrmMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Activity? _activity;

    private ReloadTelemetry(string office, KrmMetrics metrics, TimeProvider time)
    {
        _office = office;
        _metrics = metrics;
        _time = time;
        _start = time.GetTimestamp();
        _activity = KrmActivities.Source.StartActivity(KrmTelemetry.Reload);
    }

    public static ReloadTelemetry Begin(string office, KrmMetrics metrics, TimeProvider time) => new(office, metrics, time);

    public void End(ReloadOutcome outcome)
    {
        var word = outcome switch
        {
            ReloadOutcome.Taken => "taken",
            ReloadOutcome.Unchanged => "unchanged",
            _ => "refused",
        };
        _metrics.Reload.Record(
            _time.GetElapsedTime(_start).TotalSeconds,
            new TagList { { KrmTelemetry.OfficeTag, _office }, { KrmTelemetry.OutcomeTag, word } });
        _activity?.SetTag(KrmTelemetry.OfficeTag, _office);
        _activity?.SetTag(KrmTelemetry.OutcomeTag, word);
        _activity?.SetStatus(outcome == ReloadOutcome.Refused ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
        _activity?.Dispose();
    }
}
