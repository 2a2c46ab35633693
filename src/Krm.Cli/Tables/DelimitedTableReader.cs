using CsvHelper;

namespace Krm.Cli.Tables;

/// <summary>Reads .csv (RFC 4180) and .tsv (tabs, no quoting).</summary>
internal sealed class DelimitedTableReader : TableReader
{
    /// <summary>A record of more bytes than this is a missing quotation mark, not a text.</summary>
    private const int LongestRecord = 16 * 1024 * 1024;

    private readonly Messages _messages;
    private readonly CsvReader _reader;
    private CsvMalformedReason? _malformed;

    public DelimitedTableReader(string file, Utf8GuardStream stream, long? length, TableFormat format, Messages messages)
        : base(file, stream, length)
    {
        _messages = messages;
        var isTabbed = format == TableFormat.Tsv;
        _reader = CsvReader.Create(stream, CsvReaderOptions.Default with
        {
            Separator = isTabbed ? '\t' : DetectSeparator(stream.PeekFirstLine()),
            Mode = isTabbed ? CsvMode.NoEscape : CsvMode.Rfc4180,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            MaxRecordSize = LongestRecord,
            OnMalformedRecord = record => _malformed = record.Reason,
        });
        Header = ReadHeader();
    }

    public override TableHeader Header { get; }

    public override IEnumerable<TableRow> ReadRows()
    {
        while (Advance())
        {
            var line = _reader.LineNumber;
            if (_malformed == CsvMalformedReason.UnterminatedQuote)
            {
                throw new RefusalException(_messages.UnclosedQuote(File, line));
            }

            yield return new TableRow(_reader.RowNumber, line, ReadCells(), FindProblem(line));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _reader.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Counts commas and semicolons outside quotation marks; a comma where both are equally frequent.</summary>
    private static char DetectSeparator(ReadOnlySpan<byte> header)
    {
        var commas = 0;
        var semicolons = 0;
        var isQuoted = false;
        foreach (var value in header)
        {
            switch (value)
            {
                case (byte)'"':
                    isQuoted = !isQuoted;
                    break;
                case (byte)',' when !isQuoted:
                    commas++;
                    break;
                case (byte)';' when !isQuoted:
                    semicolons++;
                    break;
            }
        }

        return semicolons > commas ? ';' : ',';
    }

    private TableHeader ReadHeader()
    {
        try
        {
            _reader.ReadHeader();
        }
        catch (CsvFormatException)
        {
            throw new RefusalException(_messages.UnclosedQuote(File, 1));
        }

        var names = _reader.Headers;
        if (_malformed == CsvMalformedReason.UnterminatedQuote)
        {
            throw new RefusalException(_messages.UnclosedQuote(File, 1));
        }

        return names is null or { Count: 0 }
            ? throw new RefusalException(_messages.EmptyFile(File))
            : new TableHeader(File, [.. names], _messages);
    }

    private Cell[] ReadCells()
    {
        var cells = new Cell[Header.Names.Count];
        for (var column = 0; column < cells.Length; column++)
        {
            var isRead = column < _reader.FieldCount && Wanted?.Contains(column) != false;
            cells[column] = isRead ? _reader.GetString(column) : string.Empty;
        }

        return cells;
    }

    private bool Advance()
    {
        _malformed = null;
        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException exception)
        {
            throw new RefusalException(_messages.UnclosedQuote(File, exception.LineNumber));
        }
    }

    private string? FindProblem(long line) =>
        _reader.FieldCount != Header.Names.Count
            ? _messages.FieldCount(File, line, _reader.FieldCount, Header.Names.Count)
            : _malformed == CsvMalformedReason.TextAfterClosingQuote
                ? _messages.TextAfterQuote(File, line)
                : null;
}
