using System.Text;

namespace Krm.Cli.Tests;

/// <summary>A directory of one test, removed with it.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("krm-test-");

    public string Root => _directory.FullName;

    public string PathTo(string name) => Path.Combine(Root, name);

    public string Write(string name, string text) => Write(name, new UTF8Encoding(false).GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathTo(name), bytes);
        return PathTo(name);
    }

    public string Read(string name) => File.ReadAllText(PathTo(name));

    public bool Has(string name) => File.Exists(PathTo(name));

    public IReadOnlyList<string> Names => [.. _directory.GetFileSystemInfos().Select(entry => entry.Name).Order()];

    public void Dispose() => _directory.Delete(recursive: true);
}
