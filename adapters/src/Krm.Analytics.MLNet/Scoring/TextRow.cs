using Microsoft.ML;
using Microsoft.ML.Data;

namespace Krm.Analytics.MLNet.Scoring;

/// <summary>The one row a text is put into; the row moves on with each text, because transforms remember what they computed for a position.</summary>
/// <remarks>Not thread-safe: rented by one call at a time.</remarks>
internal sealed class TextRow(DataViewSchema schema, int textColumn) : DataViewRow
{
    private ReadOnlyMemory<char> _text;
    private long _position = -1;

    public override long Position => _position;

    public override long Batch => 0;

    public override DataViewSchema Schema => schema;

    public void Set(ReadOnlyMemory<char> text)
    {
        _text = text;
        _position++;
    }

    public override ValueGetter<DataViewRowId> GetIdGetter() =>
        (ref value) => value = new DataViewRowId((ulong)_position, 0);

    public override bool IsColumnActive(DataViewSchema.Column column) => true;

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        if (column.Index != textColumn)
        {
            return ColumnGetters.Empty<TValue>();
        }

        ValueGetter<ReadOnlyMemory<char>> getter = (ref value) => value = _text;
        return ColumnGetters.Cast<TValue>(getter, column);
    }
}
