namespace Krm.Cli.Batches;

/// <summary>Writes beside the target and takes its place only when complete.</summary>
/// <remarks>Disposing without <see cref="Commit"/> leaves the target as it was and removes what was written.</remarks>
internal sealed class OutputFile : IDisposable
{
    private const string PartialEnding = ".partial";
    private readonly string _path;
    private bool _isSettled;

    private OutputFile(string path, FileStream stream)
    {
        _path = path;
        Stream = stream;
    }

    public FileStream Stream { get; }

    /// <summary>Whether neither <see cref="Commit"/> nor <see cref="Keep"/> was called.</summary>
    public bool IsUnsettled => !_isSettled;

    /// <summary>Where the unfinished output lies.</summary>
    public static string PartialPath(string path) => path + PartialEnding;

    /// <summary>Starts a new output, or continues one of which <paramref name="keptLength"/> bytes are good.</summary>
    /// <exception cref="RefusalException">The file cannot be written.</exception>
    public static OutputFile Open(string path, Messages messages, long keptLength = 0)
    {
        if (Directory.Exists(path))
        {
            throw new RefusalException(messages.NotAccessible(path));
        }

        try
        {
            var mode = keptLength > 0 ? FileMode.Open : FileMode.Create;
            var stream = new FileStream(PartialPath(path), mode, FileAccess.Write, FileShare.Read, 64 * 1024);
            stream.SetLength(keptLength);
            stream.Seek(keptLength, SeekOrigin.Begin);
            return new OutputFile(path, stream);
        }
        catch (DirectoryNotFoundException)
        {
            throw new RefusalException(messages.MissingDirectory(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RefusalException(messages.NotAccessible(path));
        }
    }

    /// <summary>Writes a whole file through a callback.</summary>
    public static void Write(string path, Messages messages, Action<Stream> write)
    {
        using var output = Open(path, messages);
        write(output.Stream);
        output.Commit();
    }

    /// <summary>Puts the complete output in its place.</summary>
    public void Commit()
    {
        Stream.Dispose();
        File.Move(PartialPath(_path), _path, overwrite: true);
        _isSettled = true;
    }

    /// <summary>Leaves the unfinished output where it is, to be continued later.</summary>
    public void Keep()
    {
        Stream.Dispose();
        _isSettled = true;
    }

    public void Dispose()
    {
        Stream.Dispose();
        if (!_isSettled)
        {
            File.Delete(PartialPath(_path));
        }
    }
}
