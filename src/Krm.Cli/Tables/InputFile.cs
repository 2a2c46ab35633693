namespace Krm.Cli.Tables;

/// <summary>Opens files that have to be there.</summary>
internal static class InputFile
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Opens a file for reading from start to end.</summary>
    /// <exception cref="RefusalException">It does not exist or cannot be read.</exception>
    public static FileStream Open(string path, Messages messages)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusalException(messages.NotFound(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RefusalException(Directory.Exists(path) ? messages.NotFound(path) : messages.NotAccessible(path));
        }
    }

    /// <summary>Opens a file that is read more than once.</summary>
    /// <exception cref="RefusalException">It does not exist, cannot be read, or is a named pipe.</exception>
    public static FileStream OpenSeekable(string path, Messages messages)
    {
        var stream = Open(path, messages);
        if (stream.CanSeek)
        {
            return stream;
        }

        stream.Dispose();
        throw new RefusalException(messages.NeedsFile(path));
    }
}
