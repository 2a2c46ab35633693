using System.Buffers;
using System.Text;

namespace Krm.Cli.Tables;

/// <summary>Writes .tsv: no quoting, so tabs and line breaks inside a value become spaces and are counted.</summary>
internal sealed class TsvTableWriter : TableWriter
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\t\r\n");
    private readonly StreamWriter _writer;
    private long _flattened;

    public TsvTableWriter(Stream stream, IReadOnlyList<string> columns, bool isContinued)
        : base(columns)
    {
        _writer = new StreamWriter(stream, new UTF8Encoding(false), 64 * 1024, leaveOpen: true) { NewLine = "\n" };
        if (!isContinued)
        {
            Write([.. columns.Select(column => new Cell(column))]);
        }
    }

    public override long FlattenedCells => _flattened;

    public override void Write(ReadOnlySpan<Cell> cells)
    {
        for (var index = 0; index < cells.Length; index++)
        {
            if (index > 0)
            {
                _writer.Write('\t');
            }

            _writer.Write(Flatten(cells[index].Text));
        }

        _writer.WriteLine();
    }

    public override void Flush() => _writer.Flush();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _writer.Dispose();
        }
    }

    private string Flatten(string text)
    {
        if (!text.AsSpan().ContainsAny(Breaks))
        {
            return text;
        }

        _flattened++;
        return text.Replace("\r\n", " ", StringComparison.Ordinal)
            .Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' ');
    }
}
