using System.Diagnostics.Metrics;
using Krm.Rules;
using Microsoft.Extensions.Logging;

namespace Krm.Hosting.Telemetry;

/// <summary>Measures, traces and logs the decisions of one office: what was used, how long it took, never about whom.</summary>
internal sealed class DecisionTelemetry(string office, KrmMetrics metrics, TimeProvider time, ILogger logger)
{
    public string Office => office;

    public TimeProvider Time => time;

    public ILogger Logger => logger;

    public DecisionStep BeginPlan(KrmVersion version, RuleSet ruleSet) => new(this, DecisionKind.Plan, KrmTelemetry.Plan, version, ruleSet);

    public DecisionStep BeginClassification(KrmVersion version) => new(this, DecisionKind.Classification, KrmTelemetry.Classify, version, null);

    public DecisionStep BeginDeadline(KrmVersion version) => new(this, DecisionKind.Deadline, KrmTelemetry.Deadline, version, null);

    public Histogram<double> DurationOf(DecisionKind kind) => kind switch
    {
        DecisionKind.Plan => metrics.Plan,
        DecisionKind.Classification => metrics.Classification,
        _ => metrics.Deadline,
    };
}
