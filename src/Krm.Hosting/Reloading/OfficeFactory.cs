using Krm.Hosting.Loading;
using Krm.Hosting.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Krm.Hosting.Reloading;

/// <summary>Opens offices with what the container holds.</summary>
internal sealed class OfficeFactory(
    IEnumerable<OfficeName> names,
    IOptionsMonitor<KrmOptions> monitor,
    IOptionsFactory<KrmOptions> options,
    KrmOptionsCheck check,
    KrmMetrics metrics,
    TimeProvider time,
    ILogger<KrmProvider> logger)
{
    public IReadOnlyList<string> Names { get; } = [.. names.Select(name => name.Value).Distinct(StringComparer.Ordinal)];

    public ServedOffice Open(string name)
    {
        if (!Names.Contains(name))
        {
            throw new ArgumentException(
                $"No office '{name}' was added; there are: {string.Join(", ", Names.Select(known => known.Length == 0 ? "the one without a name" : $"'{known}'"))}.",
                nameof(name));
        }

        // The start of the host has checked these options already; they come from its cache.
        var office = new ServedOffice(name, monitor.Get(name), () => options.Create(name), check, metrics, time, logger);
        office.Follow(monitor);
        return office;
    }
}
