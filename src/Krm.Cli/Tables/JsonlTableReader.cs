using System.Text;
using System.Text.Json;

namespace Krm.Cli.Tables;

/// <summary>Reads .jsonl: one object a line, its names are the columns.</summary>
/// <remarks>
/// Objects need not have the same names. A file is therefore looked through once for its names; on standard input
/// or from a pipe, which can be read only once, the first object fixes the columns.
/// </remarks>
internal sealed class JsonlTableReader : TableReader
{
    private readonly Messages _messages;
    private readonly StreamReader _lines;
    private readonly string? _firstLine;
    private readonly long _firstLineNumber;

    public JsonlTableReader(
        string file, Utf8GuardStream stream, long? length, IReadOnlyList<string>? names, Messages messages)
        : base(file, stream, length)
    {
        _messages = messages;
        _lines = new StreamReader(stream, new UTF8Encoding(false, true), true, 64 * 1024);
        (_firstLine, _firstLineNumber) = ReadFirstLine();
        if (_firstLine is null)
        {
            throw new RefusalException(messages.EmptyFile(file));
        }

        Header = new TableHeader(file, names ?? NamesOfFirstLine(_firstLine), messages);
    }

    public override TableHeader Header { get; }

    /// <summary>All names in the order of their first appearance; lines that are no objects are passed over.</summary>
    public static IReadOnlyList<string> CollectNames(TextReader lines)
    {
        var names = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
        {
            if (TryParse(line, out var members, out _))
            {
                names.AddRange(members.Select(member => member.Key).Where(known.Add));
            }
        }

        return names;
    }

    public override IEnumerable<TableRow> ReadRows()
    {
        var number = 0L;
        var lineNumber = _firstLineNumber;
        for (var line = _firstLine; line is not null; line = _lines.ReadLine(), lineNumber++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return ToRow(++number, lineNumber, line);
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _lines.Dispose();
        }

        base.Dispose(disposing);
    }

    private static bool TryParse(string line, out List<KeyValuePair<string, Cell>> members, out long brokenAt)
    {
        members = [];
        brokenAt = 1;
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return false;
            }

            foreach (var member in document.RootElement.EnumerateObject())
            {
                members.Add(new(member.Name, ToCell(member.Value)));
            }

            return true;
        }
        catch (JsonException exception)
        {
            brokenAt = (exception.BytePositionInLine ?? 0) + 1;
            return false;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape: valid JSON, but no text.
            return false;
        }
    }

    private static Cell ToCell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new Cell(value.GetString()!),
        JsonValueKind.Null => Cell.Json(string.Empty),
        _ => Cell.Json(value.GetRawText()),
    };

    private (string? Line, long Number) ReadFirstLine()
    {
        var number = 1L;
        var line = _lines.ReadLine();
        while (line is not null && string.IsNullOrWhiteSpace(line))
        {
            line = _lines.ReadLine();
            number++;
        }

        return (line, number);
    }

    private IReadOnlyList<string> NamesOfFirstLine(string line) => TryParse(line, out var members, out var brokenAt)
        ? [.. members.Select(member => member.Key)]
        : throw new RefusalException(_messages.NotJson(File, _firstLineNumber, brokenAt));

    private TableRow ToRow(long number, long lineNumber, string line)
    {
        var cells = new Cell[Header.Names.Count];
        Array.Fill(cells, Cell.Empty);
        if (!TryParse(line, out var members, out var brokenAt))
        {
            return new TableRow(number, lineNumber, cells, _messages.NotJson(File, lineNumber, brokenAt));
        }

        string? problem = null;
        foreach (var (name, value) in members)
        {
            var column = Header.Find(name);
            if (column < 0)
            {
                problem ??= _messages.LateKey(File, lineNumber);
                continue;
            }

            cells[column] = value;
        }

        problem ??= members.DistinctBy(member => member.Key).Count() < members.Count
            ? _messages.DuplicateKey(File, lineNumber)
            : null;
        return new TableRow(number, lineNumber, cells, problem);
    }
}
