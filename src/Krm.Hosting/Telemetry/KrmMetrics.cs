using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Krm.Hosting.Reloading;

namespace Krm.Hosting.Telemetry;

/// <summary>The instruments of one container.</summary>
internal sealed class KrmMetrics : IDisposable
{
    private readonly ConcurrentDictionary<string, ServedOffice> _offices = new(StringComparer.Ordinal);
    private readonly Meter _meter;
    private readonly bool _ownsMeter;

    /// <param name="factory">Makes the meter where the host has metrics; null makes one of our own.</param>
    public KrmMetrics(IMeterFactory? factory)
    {
        _ownsMeter = factory is null;
        _meter = factory?.Create(KrmTelemetry.MeterName) ?? new Meter(KrmTelemetry.MeterName);
        Plan = Duration(KrmTelemetry.Plan, "Time to plan a case.");
        Classification = Duration(KrmTelemetry.Classify, "Time to classify a text.");
        Deadline = Duration(KrmTelemetry.Deadline, "Time to compute a deadline.");
        Reload = Duration(KrmTelemetry.Reload, "Time to read and check files and options.");
        _meter.CreateObservableGauge(
            KrmTelemetry.Generation, () => Each(office => office.Current.Version.Generation), "{version}", "Version of the data that serves, counted from 1.");
        _meter.CreateObservableGauge(
            KrmTelemetry.IsRefusing, () => Each(office => office.Status.IsCurrent ? 0 : 1), null, "1 while newer files or options are refused.");
    }

    public Histogram<double> Plan { get; }

    public Histogram<double> Classification { get; }

    public Histogram<double> Deadline { get; }

    public Histogram<double> Reload { get; }

    public void Observe(ServedOffice office) => _offices[office.Name] = office;

    public void Dispose()
    {
        if (_ownsMeter)
        {
            _meter.Dispose();
        }
    }

    private Histogram<double> Duration(string name, string description) =>
        _meter.CreateHistogram<double>(name + ".duration", "s", description);

    private IEnumerable<Measurement<int>> Each(Func<ServedOffice, int> value) =>
        _offices.Values.Select(office => new Measurement<int>(value(office), new TagList { { KrmTelemetry.OfficeTag, office.Name } }));
}
