using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace Krm.Hosting.Loading;

/// <summary>Checks options together with everything they name, and keeps what it read.</summary>
/// <remarks>What was checked is what serves: a file that changes between the check and its use cannot slip in unchecked.</remarks>
internal sealed class KrmOptionsCheck(SnapshotLoader loader) : IValidateOptions<KrmOptions>
{
    private readonly ConditionalWeakTable<KrmOptions, LoadResult> _results = [];
    private readonly ConcurrentDictionary<string, IReadOnlyList<FileStamp>> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _started = new(StringComparer.Ordinal);

    public ValidateOptionsResult Validate(string? name, KrmOptions options)
    {
        name ??= Options.DefaultName;
        var result = loader.Load(options);
        _results.AddOrUpdate(options, result);
        _files[name] = result.Files;
        if (result.Parts is not null)
        {
            _started[name] = true;
        }

        // Once an office is served, who serves it refuses what is broken: an exception here would end in the reload of the host's configuration.
        if (_started.ContainsKey(name))
        {
            return ValidateOptionsResult.Success;
        }

        var office = name.Length == 0 ? "Krm" : $"Krm '{name}'";
        return ValidateOptionsResult.Fail(result.Problems.Select(problem => $"{office}: {problem}"));
    }

    /// <summary>What was read for options, sound or not.</summary>
    public LoadResult ResultOf(KrmOptions options) => _results.TryGetValue(options, out var result) ? result : loader.Load(options);

    /// <summary>The files that the last check under a name looked at, refused or not; empty before the first.</summary>
    public IReadOnlyList<FileStamp> FilesOf(string name) => _files.TryGetValue(name, out var files) ? files : [];
}
