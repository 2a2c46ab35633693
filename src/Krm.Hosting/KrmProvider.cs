using System.Collections.Concurrent;
using Krm.Hosting.Reloading;
using Microsoft.Extensions.Options;

namespace Krm.Hosting;

/// <summary>Gives the offices that were added with <c>AddKrm</c>, always in a version that was checked.</summary>
/// <remarks>
/// Thread-safe; one in a container. Getting a snapshot costs one read of a field. When files or options change, the new
/// version is read and checked beside the old one and takes its place in one step; what is broken is refused and logged,
/// and the old version goes on.
/// </remarks>
public sealed class KrmProvider : IDisposable
{
    private readonly ConcurrentDictionary<string, ServedOffice> _offices = new(StringComparer.Ordinal);
    private readonly Lock _opening = new();
    private readonly OfficeFactory _factory;

    internal KrmProvider(OfficeFactory factory) => _factory = factory;

    /// <summary>Names under which offices were added, in their order; the default one is empty.</summary>
    public IReadOnlyList<string> Names => _factory.Names;

    /// <summary>What the office that was added without a name decides with now.</summary>
    /// <exception cref="OptionsValidationException">Something was wrong with it from the beginning; the message lists everything.</exception>
    public KrmSnapshot Current => Get(Options.DefaultName);

    /// <summary>What an office decides with now.</summary>
    /// <param name="name">Name under which it was added.</param>
    /// <exception cref="ArgumentException">None was added under that name; the message lists those there are.</exception>
    /// <exception cref="OptionsValidationException">Something was wrong with it from the beginning; the message lists everything.</exception>
    public KrmSnapshot Get(string name) => OfficeOf(name).Current;

    /// <summary>How an office is served: the version, and why newer files were refused, if they were.</summary>
    /// <inheritdoc cref="Get"/>
    public KrmStatus GetStatus(string name = "") => OfficeOf(name).Status;

    /// <summary>Reads files and options now instead of at the next look.</summary>
    /// <param name="name">Name under which the office was added; default the one without a name.</param>
    /// <returns>Whether the newest files and options serve; <see cref="GetStatus"/> says why not.</returns>
    /// <exception cref="ArgumentException">None was added under that name; the message lists those there are.</exception>
    public bool Reload(string name = "") => OfficeOf(name).Reload();

    /// <summary>Stops looking at files. Snapshots stay usable.</summary>
    public void Dispose()
    {
        foreach (var office in _offices.Values)
        {
            office.Dispose();
        }
    }

    private ServedOffice OfficeOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_offices.TryGetValue(name, out var known))
        {
            return known;
        }

        // Under a lock, so that an office is opened once; what fails is tried again at the next call.
        lock (_opening)
        {
            return _offices.TryGetValue(name, out known) ? known : _offices[name] = _factory.Open(name);
        }
    }
}
