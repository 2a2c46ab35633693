using Microsoft.ML;
using Microsoft.ML.Data;

namespace Krm.Analytics.MLNet.Pipelines;

/// <summary>Reads labels that are text, or keys with text values.</summary>
internal sealed class LabelReader
{
    private const string KeyValues = "KeyValues";

    private readonly string[]? _keys;

    private LabelReader(string[]? keys) => _keys = keys;

    /// <exception cref="ArgumentException">The column is neither text nor a key with text values.</exception>
    public static LabelReader Create(DataViewSchema.Column label)
    {
        if (label.Type is TextDataViewType)
        {
            return new LabelReader(null);
        }

        if (label.Type is not KeyDataViewType key || key.RawType != typeof(uint)
            || label.Annotations.Schema.GetColumnOrNull(KeyValues)?.Type is not VectorDataViewType { ItemType: TextDataViewType })
        {
            throw new ArgumentException($"The label column \"{label.Name}\" is of type {label.Type}; it must be text or a key whose values are text (MapValueToKey).");
        }

        var values = default(VBuffer<ReadOnlyMemory<char>>);
        label.GetKeyValues(ref values);
        return new LabelReader([.. values.DenseValues().Select(value => value.ToString())]);
    }

    /// <summary>The order categories have in the pipeline: that of the keys, or of the classifier where there are none.</summary>
    public IReadOnlyList<string> Order(IReadOnlyList<string> learnt) => _keys ?? learnt;

    /// <summary>Reads the label of the present row; null if it has none.</summary>
    public Func<string?> GetGetter(DataViewRow row, DataViewSchema.Column label)
    {
        if (_keys is { } keys)
        {
            var readKey = row.GetGetter<uint>(label);
            return () =>
            {
                var key = 0u;
                readKey(ref key);
                return key == 0 ? null : keys[key - 1];
            };
        }

        var readText = row.GetGetter<ReadOnlyMemory<char>>(label);
        return () =>
        {
            var text = default(ReadOnlyMemory<char>);
            readText(ref text);
            return text.ToString();
        };
    }
}
