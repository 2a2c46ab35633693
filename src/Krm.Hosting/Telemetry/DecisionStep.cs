using System.Diagnostics;
using Krm.Rules;

namespace Krm.Hosting.Telemetry;

/// <summary>One decision from its beginning to its end. Costs next to nothing while nobody listens.</summary>
/// <remarks>A struct that changes: keep it in a local variable and end it once.</remarks>
internal struct DecisionStep
{
    private readonly DecisionTelemetry _telemetry;
    private readonly DecisionKind _kind;
    private readonly KrmVersion _version;
    private readonly RuleSet? _ruleSet;
    private readonly Activity? _activity;
    private readonly long _start;
    private string? _error;

    public DecisionStep(DecisionTelemetry telemetry, DecisionKind kind, string name, KrmVersion version, RuleSet? ruleSet)
    {
        _telemetry = telemetry;
        _kind = kind;
        _version = version;
        _ruleSet = ruleSet;
        _activity = KrmActivities.Source.StartActivity(name);
        _start = telemetry.DurationOf(kind).Enabled ? telemetry.Time.GetTimestamp() : 0;
    }

    /// <summary>Whether a classifier left the text to a person; null for other decisions.</summary>
    public bool? IsAbstained { get; set; }

    /// <summary>Notes an exception by its type; returns false, so that an exception filter lets it pass.</summary>
    public bool Fail(Exception exception)
    {
        _error = exception.GetType().FullName;
        return false;
    }

    public readonly void End()
    {
        Measure();
        Trace();
        if (_error is null)
        {
            Log();
        }
    }

    private readonly void Measure()
    {
        var histogram = _telemetry.DurationOf(_kind);
        if (!histogram.Enabled)
        {
            return;
        }

        var tags = new TagList { { KrmTelemetry.OfficeTag, _telemetry.Office } };
        if (_ruleSet is not null)
        {
            tags.Add(KrmTelemetry.RuleSetTag, _ruleSet.Id);
            tags.Add(KrmTelemetry.RuleSetVersionTag, _ruleSet.Version);
        }

        if (IsAbstained is { } abstained)
        {
            tags.Add(KrmTelemetry.AbstainedTag, abstained);
        }

        if (_error is not null)
        {
            tags.Add(KrmTelemetry.ErrorTag, _error);
        }

        histogram.Record(_telemetry.Time.GetElapsedTime(_start).TotalSeconds, tags);
    }

    private readonly void Trace()
    {
        if (_activity is null)
        {
            return;
        }

        _activity.SetTag(KrmTelemetry.OfficeTag, _telemetry.Office);
        _activity.SetTag(KrmTelemetry.FingerprintTag, _version.Fingerprint);
        if (_ruleSet is not null)
        {
            _activity.SetTag(KrmTelemetry.RuleSetTag, _ruleSet.Id);
            _activity.SetTag(KrmTelemetry.RuleSetVersionTag, _ruleSet.Version);
        }

        if (IsAbstained is { } abstained)
        {
            _activity.SetTag(KrmTelemetry.AbstainedTag, abstained);
        }

        if (_error is not null)
        {
            _activity.SetTag(KrmTelemetry.ErrorTag, _error);
            _activity.SetStatus(ActivityStatusCode.Error);
        }

        _activity.Dispose();
    }

    private readonly void Log()
    {
        var logger = _telemetry.Logger;
        switch (_kind)
        {
            case DecisionKind.Plan:
                HostingLog.Planned(logger, _telemetry.Office, _version.Fingerprint, _ruleSet!.Id, _ruleSet.Version);
                break;
            case DecisionKind.Classification:
                HostingLog.Classified(logger, _telemetry.Office, _version.Fingerprint, IsAbstained == true);
                break;
            default:
                HostingLog.DeadlineComputed(logger, _telemetry.Office, _version.Fingerprint);
                break;
        }
    }
}
