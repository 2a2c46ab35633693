using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Krm.Hosting.Tests.Doubles;

/// <summary>A container with Krm, manual time and collected logs.</summary>
internal sealed class OfficeHost : IDisposable
{
    private readonly ServiceProvider _services;

    public OfficeHost(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        add(services);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public OfficeHost(Action<KrmOptions> configure)
        : this(services => services.AddKrm(configure))
    {
    }

    public ManualTime Time { get; } = new();

    public LogCollector Log { get; } = new();

    public IServiceProvider Services => _services;

    public KrmProvider Provider => _services.GetRequiredService<KrmProvider>();

    /// <summary>Lets the watch see a change and then see that the file rests.</summary>
    public void PassTwoIntervals()
    {
        Time.Tick();
        Time.Tick();
    }

    public void Dispose() => _services.Dispose();
}
