using Microsoft.ML;

namespace Krm.Analytics.MLNet.Scoring;

/// <summary>Values of the columns of a source that has nothing but texts.</summary>
internal static class ColumnGetters
{
    /// <summary>The missing value of a column a model was trained with but does not need to score.</summary>
    public static ValueGetter<TValue> Empty<TValue>() => (ref value) => value = default!;

    /// <summary>The getter of the text column in the type the reader asked for.</summary>
    public static ValueGetter<TValue> Cast<TValue>(ValueGetter<ReadOnlyMemory<char>> getter, DataViewSchema.Column column) =>
        getter as ValueGetter<TValue>
        ?? throw new InvalidOperationException($"The column \"{column.Name}\" holds text and cannot be read as {typeof(TValue).Name}.");
}
