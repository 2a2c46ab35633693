using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Krm.Hosting;

/// <summary>Healthy while the newest files and options serve; degraded while they are refused and an older version serves.</summary>
/// <remarks>
/// A refused file never makes a host unhealthy: requests are served all the same, and a restart would not mend the file.
/// The data name each office's fingerprint and generation, and what was refused since when. Thread-safe.
/// </remarks>
public sealed class KrmHealthCheck : IHealthCheck
{
    private readonly KrmProvider _provider;

    /// <summary>Creates the check.</summary>
    /// <param name="provider">The offices to report on.</param>
    public KrmHealthCheck(KrmProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        _provider = provider;
    }

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var statuses = _provider.Names.Select(_provider.GetStatus).ToArray();
        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var status in statuses)
        {
            var prefix = status.Version.Name.Length == 0 ? "" : status.Version.Name + ".";
            data[prefix + "fingerprint"] = status.Version.Fingerprint;
            data[prefix + "generation"] = status.Version.Generation;
            data[prefix + "loaded_at"] = status.Version.LoadedAt;
            if (status.RefusedAt is { } refusedAt)
            {
                data[prefix + "refused_at"] = refusedAt;
                data[prefix + "problems"] = status.Problems;
            }
        }

        var refused = statuses.Where(status => !status.IsCurrent).ToArray();
        return Task.FromResult(refused.Length == 0
            ? HealthCheckResult.Healthy("The newest rule sets, holidays and models serve.", data)
            : new HealthCheckResult(
                WorstOf(context),
                $"Refused, the version before serves: {string.Join(" ", refused.SelectMany(status => status.Problems))}",
                data: data));
    }

    /// <summary>A registration may ask for more than "degraded".</summary>
    private static HealthStatus WorstOf(HealthCheckContext context) => context.Registration?.FailureStatus ?? HealthStatus.Degraded;
}
