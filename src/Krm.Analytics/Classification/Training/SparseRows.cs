namespace Krm.Analytics.Classification.Training;

/// <summary>Texts as sparse vectors: row i holds the features <c>Indices[Starts[i]..Starts[i + 1]]</c> with their values.</summary>
internal sealed record SparseRows(int[] Starts, int[] Indices, float[] Values, int FeatureCount)
{
    /// <summary>Number of texts.</summary>
    public int Count => Starts.Length - 1;

    /// <summary>The features of a text.</summary>
    public ReadOnlySpan<int> IndicesOf(int row) => Indices.AsSpan(Starts[row]..Starts[row + 1]);

    /// <summary>The values of these features.</summary>
    public ReadOnlySpan<float> ValuesOf(int row) => Values.AsSpan(Starts[row]..Starts[row + 1]);

    /// <summary>The same texts with every feature multiplied by its own factor.</summary>
    public SparseRows Scale(ReadOnlySpan<float> factors)
    {
        var scaled = new float[Values.Length];
        for (var position = 0; position < scaled.Length; position++)
        {
            scaled[position] = Values[position] * factors[Indices[position]];
        }

        return this with { Values = scaled };
    }
}
