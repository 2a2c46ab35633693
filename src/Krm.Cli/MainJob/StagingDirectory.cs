namespace Krm.Cli.MainJob;

/// <summary>Collects the files of a run and moves them to their directory only when all are complete.</summary>
internal sealed class StagingDirectory : IDisposable
{
    private const string Name = ".krm-partial";
    private readonly string _target;

    private StagingDirectory(string target, string path)
    {
        _target = target;
        Root = path;
    }

    /// <summary>Where the files are written meanwhile.</summary>
    public string Root { get; }

    /// <summary>Makes the directory, and the target if need be.</summary>
    /// <exception cref="RefusalException">The directory cannot be made.</exception>
    public static StagingDirectory Create(string target, Messages messages)
    {
        try
        {
            var path = Path.Combine(target, Name);
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }

            Directory.CreateDirectory(path);
            return new StagingDirectory(target, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RefusalException(messages.NotAccessible(target));
        }
    }

    public string PathTo(string name) => Path.Combine(Root, name);

    /// <summary>Moves the files to the target; files of an earlier run give way.</summary>
    public void Commit(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            File.Move(PathTo(name), Path.Combine(_target, name), overwrite: true);
        }
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
