using System.Text;

namespace Krm.Cli.Tables;

/// <summary>Names a table on the command line and opens it for reading or writing.</summary>
/// <param name="Path">A path, or <c>-</c> for standard input or output.</param>
/// <param name="Format">How it is written down.</param>
internal sealed record TableFile(string Path, TableFormat Format)
{
    /// <summary>Stands for standard input or output.</summary>
    public const string StandardStream = "-";

    public bool IsStandardStream => Path == StandardStream;

    /// <summary>Refuses what can be read only once: standard input and named pipes.</summary>
    /// <exception cref="RefusalException">It can be read only once, or there is no such file.</exception>
    public void RequireFile(Messages messages)
    {
        if (IsStandardStream)
        {
            throw new RefusalException(messages.NeedsFile(Path));
        }

        InputFile.OpenSeekable(Path, messages).Dispose();
    }

    /// <summary>Tells the format by the ending; <paramref name="named"/> counts where the ending tells nothing.</summary>
    /// <exception cref="RefusalException">Neither ending nor name tells a format.</exception>
    public static TableFile From(string path, TableFormat? named, Messages messages)
    {
        if (path == StandardStream)
        {
            return new TableFile(path, named ?? TableFormat.Jsonl);
        }

        TableFormat? known = System.IO.Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CSV" => TableFormat.Csv,
            ".TSV" => TableFormat.Tsv,
            ".JSONL" => TableFormat.Jsonl,
            _ => null,
        };
        return new TableFile(path, known ?? named ?? throw new RefusalException(messages.UnknownFormat(path)));
    }

    /// <summary>Opens the table and reads its header.</summary>
    /// <exception cref="RefusalException">No such file, not UTF-8, empty, or a broken header.</exception>
    public TableReader OpenRead(CommandConsole console, Messages messages)
    {
        if (IsStandardStream)
        {
            return Read(console.StandardInput, null, null, messages);
        }

        var stream = InputFile.Open(Path, messages);
        if (!stream.CanSeek)
        {
            // A named pipe can be read only once, like standard input, and does not know its length.
            return Read(stream, null, null, messages);
        }

        var names = Format == TableFormat.Jsonl ? CollectNames(messages) : null;
        return Read(stream, stream.Length, names, messages);
    }

    /// <summary>A writer of rows in this table's format.</summary>
    public TableWriter CreateWriter(Stream stream, IReadOnlyList<string> columns, bool isContinued) => Format switch
    {
        TableFormat.Csv => new CsvTableWriter(stream, columns, isContinued),
        TableFormat.Tsv => new TsvTableWriter(stream, columns, isContinued),
        _ => new JsonlTableWriter(stream, columns),
    };

    private TableReader Read(Stream stream, long? length, IReadOnlyList<string>? names, Messages messages)
    {
        var guard = new Utf8GuardStream(stream, Path, messages);
        try
        {
            return Format == TableFormat.Jsonl
                ? new JsonlTableReader(Path, guard, length, names, messages)
                : new DelimitedTableReader(Path, guard, length, Format, messages);
        }
        catch
        {
            guard.Dispose();
            throw;
        }
    }

    private IReadOnlyList<string>? CollectNames(Messages messages)
    {
        using var guard = new Utf8GuardStream(InputFile.Open(Path, messages), Path, messages);
        using var lines = new StreamReader(guard, new UTF8Encoding(false, true));
        var names = JsonlTableReader.CollectNames(lines);
        return names.Count == 0 ? null : names;
    }
}
