using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Krm.Hosting;

/// <summary>Adds the health of Krm to those of the host.</summary>
public static class KrmHealthChecksBuilderExtensions
{
    /// <summary>Adds a check that tells whether the newest rule sets, holidays and models serve.</summary>
    /// <param name="builder">The health checks of the host.</param>
    /// <param name="name">Name of the check. Default <c>krm</c>.</param>
    /// <param name="failureStatus">What is reported while something is refused. Default <see cref="HealthStatus.Degraded"/>: requests are served.</param>
    /// <param name="tags">Tags to choose checks by. Default none.</param>
    /// <returns>The health checks.</returns>
    public static IHealthChecksBuilder AddKrm(
        this IHealthChecksBuilder builder,
        string name = "krm",
        HealthStatus failureStatus = HealthStatus.Degraded,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return builder.Add(new HealthCheckRegistration(
            name, services => new KrmHealthCheck(services.GetRequiredService<KrmProvider>()), failureStatus, tags));
    }
}
