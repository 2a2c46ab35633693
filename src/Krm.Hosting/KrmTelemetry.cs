namespace Krm.Hosting;

/// <summary>Names of what this library measures and traces, for OpenTelemetry and other listeners.</summary>
/// <remarks>
/// Durations are in seconds. No measurement, trace or log carries a case number, a fact or a text. The table of all
/// instruments, activities, tags and log events stands in docs/hosting.md.
/// </remarks>
/// <example><code>
/// builder.Services.AddOpenTelemetry()
///     .WithMetrics(metrics => metrics.AddMeter(KrmTelemetry.MeterName))
///     .WithTracing(tracing => tracing.AddSource(KrmTelemetry.ActivitySourceName));
/// </code></example>
public static class KrmTelemetry
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Krm.Hosting";

    /// <summary>Name of the activity source.</summary>
    public const string ActivitySourceName = "Krm.Hosting";

    /// <summary>Activity and, with <c>.duration</c>, histogram: a case is planned.</summary>
    public const string Plan = "krm.plan";

    /// <summary>Activity and, with <c>.duration</c>, histogram: a text is classified.</summary>
    public const string Classify = "krm.classify";

    /// <summary>Activity and, with <c>.duration</c>, histogram: a deadline is computed.</summary>
    public const string Deadline = "krm.deadline";

    /// <summary>Activity and, with <c>.duration</c>, histogram: files and options are read and checked.</summary>
    public const string Reload = "krm.reload";

    /// <summary>Gauge: which version of the data serves, counted in this process from 1.</summary>
    public const string Generation = "krm.generation";

    /// <summary>Gauge: 1 while newer files or options are refused, else 0.</summary>
    public const string IsRefusing = "krm.refusing";

    /// <summary>Tag: name of the office; empty for the default one.</summary>
    public const string OfficeTag = "krm.office";

    /// <summary>Tag: fingerprint of the data; on activities only, since every version would be a new series of a metric.</summary>
    public const string FingerprintTag = "krm.fingerprint";

    /// <summary>Tag: id of the rule set.</summary>
    public const string RuleSetTag = "krm.rule_set";

    /// <summary>Tag: version of the rule set.</summary>
    public const string RuleSetVersionTag = "krm.rule_set.version";

    /// <summary>Tag: whether the classifier left the text to a person.</summary>
    public const string AbstainedTag = "krm.abstained";

    /// <summary>Tag: what became of a reload: <c>taken</c>, <c>unchanged</c> or <c>refused</c>.</summary>
    public const string OutcomeTag = "krm.outcome";

    /// <summary>Tag: type of the exception, where there was one.</summary>
    public const string ErrorTag = "error.type";
}
