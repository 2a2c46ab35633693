using System.Diagnostics.Metrics;
using Krm.Analytics.Anonymization;
using Krm.Hosting.Loading;
using Krm.Hosting.Reloading;
using Krm.Hosting.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Krm.Hosting;

/// <summary>Adds Krm to a host.</summary>
/// <remarks>
/// Adds <see cref="KrmProvider"/> and <see cref="Anonymizer"/> as singletons and <see cref="KrmSnapshot"/> as a scoped
/// service; a named office adds its snapshot as a keyed scoped service. Everything is checked when the host starts; without
/// a host, at the first use. What a host registered before stays.
/// </remarks>
public static class KrmServiceCollectionExtensions
{
    /// <summary>Adds the one office of a host.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    /// <example><code>
    /// builder.Services.AddKrm(options =>
    /// {
    ///     options.Land = "HH";
    ///     options.RuleSets.Add("harburg");
    ///     options.ModelFile = "categories.krm";
    /// });
    /// </code></example>
    public static IServiceCollection AddKrm(this IServiceCollection services, Action<KrmOptions> configure) =>
        services.AddKrm(Options.DefaultName, configure);

    /// <summary>Adds the one office of a host from its configuration; a change of it is taken without a restart.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds the properties of <see cref="KrmOptions"/>.</param>
    /// <returns>The services.</returns>
    /// <example><code>
    /// builder.Services.AddKrm(builder.Configuration.GetSection("Krm"));
    /// </code></example>
    public static IServiceCollection AddKrm(this IServiceCollection services, IConfiguration section) =>
        services.AddKrm(Options.DefaultName, section);

    /// <summary>Adds one of several offices.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">Name by which <see cref="KrmProvider.Get"/> finds it; also the key of its <see cref="KrmSnapshot"/>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddKrm(this IServiceCollection services, string name, Action<KrmOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOffice(name).Configure(configure);
        return services;
    }

    /// <summary>Adds one of several offices from the configuration; a change of it is taken without a restart.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">Name by which <see cref="KrmProvider.Get"/> finds it; also the key of its <see cref="KrmSnapshot"/>.</param>
    /// <param name="section">The section that holds the properties of <see cref="KrmOptions"/>.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddKrm(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(section);
        services.AddOffice(name).Bind(section);
        return services;
    }

    private static OptionsBuilder<KrmOptions> AddOffice(this IServiceCollection services, string name)
    {
        services.AddCommon();
        services.AddSingleton(new OfficeName(name));
        if (name.Length == 0)
        {
            services.TryAddScoped(provider => provider.GetRequiredService<KrmProvider>().Current);
        }
        else
        {
            services.TryAddKeyedScoped(name, (provider, _) => provider.GetRequiredService<KrmProvider>().Get(name));
        }

        return services.AddOptions<KrmOptions>(name).ValidateOnStart();
    }

    private static void AddCommon(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new SnapshotLoader(
            provider.GetService<IHostEnvironment>()?.ContentRootPath ?? AppContext.BaseDirectory));
        services.TryAddSingleton<KrmOptionsCheck>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KrmOptions>, KrmOptionsCheck>(
            provider => provider.GetRequiredService<KrmOptionsCheck>()));
        services.TryAddSingleton(provider => new KrmMetrics(provider.GetService<IMeterFactory>()));
        services.TryAddSingleton(provider => new KrmProvider(new OfficeFactory(
            provider.GetServices<OfficeName>(),
            provider.GetRequiredService<IOptionsMonitor<KrmOptions>>(),
            provider.GetRequiredService<IOptionsFactory<KrmOptions>>(),
            provider.GetRequiredService<KrmOptionsCheck>(),
            provider.GetRequiredService<KrmMetrics>(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetService<ILogger<KrmProvider>>() ?? NullLogger<KrmProvider>.Instance)));
        services.TryAddSingleton(_ => new Anonymizer());
    }
}
