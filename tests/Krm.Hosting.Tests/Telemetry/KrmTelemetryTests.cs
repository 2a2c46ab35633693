using System.Diagnostics;
using System.Diagnostics.Metrics;
using Krm.Calendar.Deadlines;
using Krm.Calendar.Holidays;
using Krm.Hosting.Tests.Doubles;
using Krm.Rules;
using NodaTime;

namespace Krm.Hosting.Tests.Telemetry;

public sealed class KrmTelemetryTests : IDisposable
{
    private const string Secret = "Schmidtbauer";
    private static readonly LocalDate Received = new(2026, 3, 2);
    private readonly OfficeFolder _folder = new();
    private readonly List<string> _measured = [];
    private readonly List<Activity> _activities = [];

    public KrmTelemetryTests() => _folder.WriteModel();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Decisions_Listened_AreMeasuredAndTracedWithDocumentedNames()
    {
        using var listeners = Listen();
        using var host = Open();
        DecideAll(host.Provider.Current);
        host.Provider.Reload();
        listeners.RecordObservableInstruments();

        var fingerprint = host.Provider.Current.Version.Fingerprint;
        foreach (var name in new[] { KrmTelemetry.Plan, KrmTelemetry.Classify, KrmTelemetry.Deadline })
        {
            Assert.Contains(_measured, line => line.StartsWith(name + ".duration s ", StringComparison.Ordinal));
            Assert.Contains(_activities, activity => activity.OperationName == name && Equals(activity.GetTagItem(KrmTelemetry.FingerprintTag), fingerprint));
        }

        Assert.Contains(_measured, line => line.Contains("krm.rule_set=harburg", StringComparison.Ordinal) && line.Contains("krm.rule_set.version=", StringComparison.Ordinal));
        Assert.Contains(_measured, line => line.StartsWith("krm.reload.duration", StringComparison.Ordinal) && line.Contains("krm.outcome=unchanged", StringComparison.Ordinal));
        Assert.Contains(_measured, line => line.StartsWith("krm.generation", StringComparison.Ordinal));
        Assert.Contains(_measured, line => line.StartsWith("krm.refusing", StringComparison.Ordinal));
    }

    [Fact]
    public void Plan_UnknownFact_IsMeasuredWithTheTypeOfTheError()
    {
        using var listeners = Listen();
        using var host = Open();

        Assert.Throws<CaseFactsException>(() => host.Provider.Current.Plan("harburg", Secret, Received, new Dictionary<string, string?> { [Secret] = Secret }));

        Assert.Contains(_measured, line => line.Contains("error.type=Krm.Rules.CaseFactsException", StringComparison.Ordinal));
        Assert.Equal(ActivityStatusCode.Error, Assert.Single(_activities, activity => activity.OperationName == KrmTelemetry.Plan).Status);
    }

    [Fact]
    public void LogsMetricsAndTraces_DecisionsOnPeople_NameNobody()
    {
        using var listeners = Listen();
        using var host = Open();
        DecideAll(host.Provider.Current);

        Assert.Equal([1, 10, 11, 12], host.Log.Lines.Select(line => line.Event));
        Assert.DoesNotContain(host.Log.Lines, line => line.Message.Contains(Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines.SelectMany(line => line.Values), value => $"{value.Value}".Contains(Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(_measured, line => line.Contains(Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(_activities.SelectMany(activity => activity.TagObjects), tag => $"{tag.Value}".Contains(Secret, StringComparison.Ordinal));
    }

    private static void DecideAll(KrmSnapshot krm)
    {
        krm.Plan("harburg", $"KRM-{Secret}", Received, new Dictionary<string, string?> { ["adressat"] = "Bezirksamtsleitung" });
        krm.Classify($"Hier schreibt {Secret}: Die Laterne ist dunkel.");
        krm.CalculateDeadline(new DeadlineSpec(DeadlineRegime.SgbX, Received, Bundesland.Hamburg, DeadlinePeriod.Parse("P1M")));
    }

    private OfficeHost Open() => new(options =>
    {
        options.Land = "HH";
        options.RuleSets.Add("harburg");
        options.ModelFile = _folder.ModelFile;
    });

    private Listeners Listen() => new(_measured, _activities);

    private sealed class Listeners : IDisposable
    {
        private readonly MeterListener _meters = new();
        private readonly ActivityListener _activities;

        public Listeners(List<string> measured, List<Activity> activities)
        {
            var here = Environment.CurrentManagedThreadId;
            _meters.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == KrmTelemetry.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument, tags));
            _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Add(instrument, tags));
            _meters.Start();
            _activities = new ActivityListener
            {
                ShouldListenTo = source => source.Name == KrmTelemetry.ActivitySourceName,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = activity =>
                {
                    // Other tests of this assembly run beside this one.
                    if (Environment.CurrentManagedThreadId == here)
                    {
                        activities.Add(activity);
                    }
                },
            };
            ActivitySource.AddActivityListener(_activities);

            void Add(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
            {
                if (Environment.CurrentManagedThreadId == here)
                {
                    measured.Add($"{instrument.Name} {instrument.Unit} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}");
                }
            }
        }

        public void RecordObservableInstruments() => _meters.RecordObservableInstruments();

        public void Dispose()
        {
            _meters.Dispose();
            _activities.Dispose();
        }
    }
}
