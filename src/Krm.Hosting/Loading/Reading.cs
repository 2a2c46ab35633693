namespace Krm.Hosting.Loading;

/// <summary>What comes together while one set of options is read: problems, pieces, files.</summary>
/// <remarks>Not thread-safe; one a load.</remarks>
internal sealed class Reading(string contentRoot, FileCache files)
{
    private readonly List<string> _problems = [];
    private readonly List<FileStamp> _stamps = [];

    public IReadOnlyList<string> Problems => _problems;

    public IReadOnlyList<FileStamp> Stamps => _stamps;

    public List<KrmPart> Parts { get; } = [];

    public void Refuse(string option, string problem) => _problems.Add($"{option}: {problem}");

    public string PathOf(string path) => Path.GetFullPath(path, contentRoot);

    /// <summary>Reads a file; null, with the problem noted, if that cannot be done.</summary>
    /// <param name="option">The option that names it, for messages.</param>
    /// <param name="path">The path as it stands in the options.</param>
    /// <param name="use">What the content is parsed as.</param>
    /// <param name="parse">Parses and checks the content.</param>
    /// <param name="explain">The problems an exception of the parser stands for; null if it is not one of the parser's.</param>
    public (T Value, string Hash)? Read<T>(
        string option,
        string path,
        string use,
        Func<byte[], T> parse,
        Func<Exception, IEnumerable<string>?> explain)
        where T : class
    {
        var fullPath = PathOf(path);
        _stamps.Add(FileStamp.Of(fullPath));
        try
        {
            return files.Read(fullPath, use, parse);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            Refuse(option, $"there is no file '{fullPath}'.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Refuse(option, $"'{fullPath}' cannot be read: {exception.Message}");
        }
        catch (Exception exception) when (explain(exception) is { } problems)
        {
            foreach (var problem in problems)
            {
                Refuse(option, $"'{fullPath}': {problem}");
            }
        }

        return null;
    }
}
