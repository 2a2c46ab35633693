using Microsoft.ML;
using Microsoft.ML.Data;

namespace Krm.Analytics.MLNet.Scoring;

/// <summary>Texts as the source of a model: its text column is filled, every other column is missing.</summary>
/// <remarks>Streams: the texts are read once a cursor, none is kept.</remarks>
internal sealed class TextView(DataViewSchema schema, int textColumn, IEnumerable<string> texts) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => schema;

    public long? GetRowCount() => texts.TryGetNonEnumeratedCount(out var count) ? count : null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(schema, textColumn, columnsNeeded, texts.GetEnumerator());

    // One cursor whatever was asked for: the texts are one stream, and their order is the order of the answers.
    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor : DataViewRowCursor
    {
        private readonly int _textColumn;
        private readonly HashSet<int> _active;
        private readonly IEnumerator<string> _texts;
        private ReadOnlyMemory<char> _text;
        private long _position = -1;

        public Cursor(DataViewSchema schema, int textColumn, IEnumerable<DataViewSchema.Column> active, IEnumerator<string> texts)
        {
            Schema = schema;
            _textColumn = textColumn;
            _active = [.. active.Select(column => column.Index)];
            _texts = texts;
        }

        public override long Position => _position;

        public override long Batch => 0;

        public override DataViewSchema Schema { get; }

        public override bool MoveNext()
        {
            if (!_texts.MoveNext())
            {
                return false;
            }

            _text = ModelInput.Limit(_texts.Current).AsMemory();
            _position++;
            return true;
        }

        public override ValueGetter<DataViewRowId> GetIdGetter() =>
            (ref value) => value = new DataViewRowId((ulong)_position, 0);

        public override bool IsColumnActive(DataViewSchema.Column column) => _active.Contains(column.Index);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (column.Index != _textColumn)
            {
                return ColumnGetters.Empty<TValue>();
            }

            ValueGetter<ReadOnlyMemory<char>> getter = (ref value) => value = _text;
            return ColumnGetters.Cast<TValue>(getter, column);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _texts.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
