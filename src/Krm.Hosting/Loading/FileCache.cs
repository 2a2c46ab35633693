using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Krm.Hosting.Loading;

/// <summary>Keeps the last good content of each file, so that an unchanged file is not checked again because another one changed.</summary>
/// <remarks>Thread-safe. A file is read at once into memory; what was hashed is what is parsed.</remarks>
internal sealed class FileCache
{
    private readonly ConcurrentDictionary<(string Path, string Use), Entry> _entries = new();

    /// <summary>The parsed content of a file with the SHA-256 of its bytes.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="use">What the content is parsed as.</param>
    /// <param name="parse">Parses and checks the content; what it throws is passed on and nothing is kept.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public (T Value, string Hash) Read<T>(string path, string use, Func<byte[], T> parse)
        where T : class
    {
        var content = File.ReadAllBytes(path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (_entries.TryGetValue((path, use), out var known) && known.Hash == hash)
        {
            return ((T)known.Value, hash);
        }

        var value = parse(content);
        _entries[(path, use)] = new Entry(hash, value);
        return (value, hash);
    }

    private sealed record Entry(string Hash, object Value);
}
