using Krm.Hosting.Loading;
using Krm.Hosting.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Krm.Hosting.Reloading;

/// <summary>One office: the version that serves, and how a newer one takes its place.</summary>
/// <remarks>Thread-safe. Readers never wait: a new version is built beside the old one and put in its place by one write.</remarks>
internal sealed class ServedOffice : IDisposable
{
    private readonly Lock _reloading = new();
    private readonly string _name;
    private readonly Func<KrmOptions> _createOptions;
    private readonly KrmOptionsCheck _check;
    private readonly KrmMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly DecisionTelemetry _telemetry;
    private readonly FileWatch _watch;
    private IDisposable? _subscription;
    private volatile KrmSnapshot _current;
    private volatile KrmStatus _status;
    private volatile bool _reloadsOnChange;

    public ServedOffice(
        string name,
        KrmOptions first,
        Func<KrmOptions> createOptions,
        KrmOptionsCheck check,
        KrmMetrics metrics,
        TimeProvider time,
        ILogger logger)
    {
        _name = name;
        _createOptions = createOptions;
        _check = check;
        _metrics = metrics;
        _time = time;
        _logger = logger;
        _telemetry = new DecisionTelemetry(name, metrics, time, logger);
        _reloadsOnChange = first.ReloadsOnChange;
        _current = Publish(check.ResultOf(first).Parts!, 1);
        _status = new KrmStatus(_current.Version, null, []);
        metrics.Observe(this);
        HostingLog.Serving(logger, name, _current.Version.Fingerprint, 1, _current.Version);

        // Whatever changed since the files were read shows against the stamps taken then.
        _watch = new FileWatch(time, first.ReloadInterval, () => check.FilesOf(name), () => ReloadIfWanted(null));
    }

    public KrmSnapshot Current => _current;

    public KrmStatus Status => _status;

    public string Name => _name;

    /// <summary>Takes changed options, too.</summary>
    public void Follow(IOptionsMonitor<KrmOptions> monitor) => _subscription = monitor.OnChange((options, name) =>
    {
        if ((name ?? Options.DefaultName) == _name)
        {
            ReloadIfWanted(options);
        }
    });

    /// <summary>Reads, checks and takes what is new; returns whether the newest serves.</summary>
    /// <param name="changed">Options that were created just now; null creates them.</param>
    public bool Reload(KrmOptions? changed = null)
    {
        lock (_reloading)
        {
            var step = ReloadTelemetry.Begin(_name, _metrics, _time);
            try
            {
                var options = changed ?? _createOptions();
                var result = _check.ResultOf(options);
                if (result.Parts is { } parts)
                {
                    step.End(Take(options, parts));
                    return true;
                }

                Refuse(result.Problems, null);
            }
            catch (OptionsValidationException exception)
            {
                // A check that the host added itself.
                Refuse([.. exception.Failures], null);
            }
            catch (Exception exception)
            {
                // Options can come from anywhere, a database for instance; whatever goes wrong there must not reach a request.
                Refuse([$"{exception.GetType().Name} while options were read."], exception);
            }

            step.End(ReloadOutcome.Refused);
            return false;
        }
    }

    public void Dispose()
    {
        _watch.Dispose();
        _subscription?.Dispose();
    }

    private void ReloadIfWanted(KrmOptions? changed)
    {
        if (_reloadsOnChange)
        {
            Reload(changed);
        }
    }

    private ReloadOutcome Take(KrmOptions options, SnapshotParts parts)
    {
        var before = _current.Version;
        _reloadsOnChange = options.ReloadsOnChange;
        _watch.ChangeInterval(options.ReloadInterval);
        var isNew = parts.Fingerprint != before.Fingerprint;
        if (isNew || HasOwnObjects(options))
        {
            _current = Publish(parts, before.Generation + 1);
        }

        _status = new KrmStatus(_current.Version, null, []);
        if (!isNew)
        {
            return ReloadOutcome.Unchanged;
        }

        HostingLog.Taken(_logger, _name, _current.Version.Fingerprint, _current.Version.Generation, before.Fingerprint, _current.Version);
        return ReloadOutcome.Taken;
    }

    /// <summary>A classifier the host gave may be another one under the same version.</summary>
    private static bool HasOwnObjects(KrmOptions options) => options.GivenClassifier() is not null;

    private void Refuse(IReadOnlyList<string> problems, Exception? exception)
    {
        _status = new KrmStatus(_current.Version, _time.GetUtcNow(), problems);
        HostingLog.Refused(_logger, exception, _name, _current.Version.Fingerprint, string.Join(Environment.NewLine, problems));
    }

    private KrmSnapshot Publish(SnapshotParts parts, int generation) =>
        new(parts, new KrmVersion(_name, generation, parts.Fingerprint, _time.GetUtcNow(), parts.Parts), _telemetry);
}
