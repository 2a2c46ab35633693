using System.Text.Encodings.Web;
using System.Text.Json;

namespace Krm.Cli.Tables;

/// <summary>Writes .jsonl: one object a line with every column, JSON values as JSON.</summary>
internal sealed class JsonlTableWriter : TableWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        // The output is a file for programs, not part of a web page: umlauts stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly BufferedStream _stream;
    private readonly Utf8JsonWriter _writer;
    private readonly JsonEncodedText[] _names;

    public JsonlTableWriter(Stream stream, IReadOnlyList<string> columns)
        : base(columns)
    {
        _stream = new BufferedStream(stream, 64 * 1024);
        _writer = new Utf8JsonWriter(_stream, Options);
        _names = [.. columns.Select(column => JsonEncodedText.Encode(column, Options.Encoder))];
    }

    public override void Write(ReadOnlySpan<Cell> cells)
    {
        _writer.WriteStartObject();
        for (var index = 0; index < cells.Length; index++)
        {
            var cell = cells[index];
            if (!cell.IsJson)
            {
                _writer.WriteString(_names[index], cell.Text);
            }
            else if (cell.Text.Length == 0)
            {
                _writer.WriteNull(_names[index]);
            }
            else
            {
                _writer.WritePropertyName(_names[index]);
                _writer.WriteRawValue(cell.Text);
            }
        }

        _writer.WriteEndObject();
        _writer.Flush();
        _stream.WriteByte((byte)'\n');
        _writer.Reset();
    }

    public override void Flush() => _stream.Flush();

    /// <summary>Flushes; the stream beneath stays open, so the buffer itself is not disposed.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _writer.Dispose();
            _stream.Flush();
        }
    }
}
