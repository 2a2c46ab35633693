using System.Globalization;

namespace Krm.Cli.Batches;

/// <summary>Notes checkpoints beside an unfinished output, so that even a killed batch can be continued.</summary>
/// <remarks>
/// The first line identifies the call; every further line is one checkpoint and ends with a full stop, so that a line
/// cut short by a crash is recognised and the one before it counts.
/// </remarks>
internal sealed class CheckpointLog : IDisposable
{
    private const string Ending = ".resume";
    private readonly string _path;
    private readonly StreamWriter _writer;

    private CheckpointLog(string path, StreamWriter writer)
    {
        _path = path;
        _writer = writer;
    }

    public static string PathFor(string output) => output + Ending;

    /// <summary>Starts a log, or goes on with an existing one.</summary>
    public static CheckpointLog Open(string output, string call, bool isContinued)
    {
        var writer = new StreamWriter(PathFor(output), append: isContinued) { NewLine = "\n", AutoFlush = true };
        if (!isContinued)
        {
            writer.WriteLine(call);
        }

        return new CheckpointLog(PathFor(output), writer);
    }

    /// <summary>The last complete checkpoint of an interrupted batch, or null if there is none.</summary>
    /// <exception cref="RefusalException">The log belongs to another call.</exception>
    public static Checkpoint? ReadLast(string output, string call, Messages messages)
    {
        var path = PathFor(output);
        var partial = new FileInfo(OutputFile.PartialPath(output));
        if (!File.Exists(path) || !partial.Exists)
        {
            return null;
        }

        var lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0] != call)
        {
            throw new RefusalException(messages.ResumeMismatch(partial.FullName));
        }

        for (var index = lines.Length - 1; index > 0; index--)
        {
            if (TryParse(lines[index], out var checkpoint) && checkpoint.Bytes <= partial.Length)
            {
                return checkpoint;
            }
        }

        return null;
    }

    public void Add(Checkpoint checkpoint) => _writer.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{checkpoint.Rows} {checkpoint.Failed} {checkpoint.Bytes}."));

    /// <summary>Removes the log once it is no longer needed.</summary>
    public void Delete()
    {
        _writer.Dispose();
        File.Delete(_path);
    }

    public void Dispose() => _writer.Dispose();

    private static bool TryParse(string line, out Checkpoint checkpoint)
    {
        checkpoint = default;
        var parts = line.TrimEnd('.').Split(' ');
        if (!line.EndsWith('.') || parts.Length != 3
            || !TryParseNumber(parts[0], out var rows)
            || !TryParseNumber(parts[1], out var failed)
            || !TryParseNumber(parts[2], out var bytes))
        {
            return false;
        }

        checkpoint = new Checkpoint(rows, failed, bytes);
        return true;
    }

    private static bool TryParseNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
