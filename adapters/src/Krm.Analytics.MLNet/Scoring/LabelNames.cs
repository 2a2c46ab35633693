using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Krm.Analytics.MLNet.Scoring;

/// <summary>Which place of a score vector belongs to which category: read from the model, never guessed from the alphabet.</summary>
internal static class LabelNames
{
    private const string SlotNames = "SlotNames";
    private const string TrainingLabelValues = "TrainingLabelValues";
    private const string KeyValues = "KeyValues";
    private const string PredictedLabel = "PredictedLabel";

    /// <summary>The names in the order of the scores; null if the model carries none.</summary>
    /// <param name="schema">The output of the model.</param>
    /// <param name="score">Its column of scores.</param>
    /// <param name="count">Number of scores.</param>
    public static string[]? Find(DataViewSchema schema, DataViewSchema.Column score, int count) =>
        Read(score.Annotations, SlotNames, count)
        ?? Read(score.Annotations, TrainingLabelValues, count)
        ?? (schema.GetColumnOrNull(PredictedLabel) is { } label ? Read(label.Annotations, KeyValues, count) : null);

    private static string[]? Read(DataViewSchema.Annotations annotations, string kind, int count)
    {
        if (annotations.Schema.GetColumnOrNull(kind)?.Type is not VectorDataViewType { ItemType: var item } vector || vector.Size != count)
        {
            return null;
        }

        return item.RawType switch
        {
            var type when type == typeof(ReadOnlyMemory<char>) => Values<ReadOnlyMemory<char>>(annotations, kind),
            var type when type == typeof(float) => Values<float>(annotations, kind),
            var type when type == typeof(double) => Values<double>(annotations, kind),
            var type when type == typeof(bool) => Values<bool>(annotations, kind),
            var type when type == typeof(sbyte) => Values<sbyte>(annotations, kind),
            var type when type == typeof(short) => Values<short>(annotations, kind),
            var type when type == typeof(int) => Values<int>(annotations, kind),
            var type when type == typeof(long) => Values<long>(annotations, kind),
            var type when type == typeof(byte) => Values<byte>(annotations, kind),
            var type when type == typeof(ushort) => Values<ushort>(annotations, kind),
            var type when type == typeof(uint) => Values<uint>(annotations, kind),
            var type when type == typeof(ulong) => Values<ulong>(annotations, kind),
            _ => null,
        };
    }

    private static string[] Values<TValue>(DataViewSchema.Annotations annotations, string kind)
    {
        var values = default(VBuffer<TValue>);
        annotations.GetValue(kind, ref values);
        return [.. values.DenseValues().Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")];
    }
}
