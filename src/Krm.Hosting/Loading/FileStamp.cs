namespace Krm.Hosting.Loading;

/// <summary>What tells a changed file from an unchanged one without reading it.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Length">Length in bytes; -1 if the file is missing or cannot be looked at.</param>
/// <param name="ModifiedAt">Time of the last change, UTC.</param>
internal readonly record struct FileStamp(string Path, long Length, DateTime ModifiedAt)
{
    public static FileStamp Of(string path)
    {
        try
        {
            var file = new FileInfo(path);

            // Volumes with configuration often swap a link: what counts is the file behind it.
            if (file.Exists && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
            {
                file = target;
            }

            return file.Exists ? new FileStamp(path, file.Length, file.LastWriteTimeUtc) : Missing(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Missing(path);
        }
    }

    private static FileStamp Missing(string path) => new(path, -1, default);
}
