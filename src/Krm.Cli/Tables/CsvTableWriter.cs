using CsvHelper;

namespace Krm.Cli.Tables;

/// <summary>Writes .csv: RFC 4180 with commas; lines end with a line feed, as the tools around it expect.</summary>
internal sealed class CsvTableWriter : TableWriter
{
    private readonly CsvWriter _writer;

    public CsvTableWriter(Stream stream, IReadOnlyList<string> columns, bool isContinued)
        : base(columns)
    {
        _writer = CsvWriter.Create(stream, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        if (!isContinued)
        {
            foreach (var column in columns)
            {
                _writer.WriteField(column);
            }

            _writer.EndRecord();
        }
    }

    public override void Write(ReadOnlySpan<Cell> cells)
    {
        foreach (var cell in cells)
        {
            _writer.WriteField(cell.Text);
        }

        _writer.EndRecord();
    }

    public override void Flush() => _writer.Flush();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _writer.Dispose();
        }
    }
}
