namespace Krm.Analytics.Classification.Training;

/// <summary>Weights from counting alone: the logarithm of a feature's mean value in each category.</summary>
/// <remarks>Steadies categories with few texts, where the separating planes have little to hold on to.</remarks>
internal static class NaiveBayes
{
    private const float Smoothing = 1e-4f;

    /// <summary>Learns from some of the texts.</summary>
    public static LinearWeights Learn(SparseRows rows, int[] labels, int categoryCount, ReadOnlySpan<int> texts)
    {
        var stride = LinearWeights.StrideFor(categoryCount);
        var weights = new float[(rows.FeatureCount + 1) * stride];
        var sizes = new int[categoryCount];
        foreach (var text in texts)
        {
            var label = labels[text];
            sizes[label]++;
            var indices = rows.IndicesOf(text);
            var values = rows.ValuesOf(text);
            for (var position = 0; position < indices.Length; position++)
            {
                weights[(indices[position] * stride) + label] += values[position];
            }
        }

        for (var feature = 0; feature < rows.FeatureCount; feature++)
        {
            var row = weights.AsSpan(feature * stride, categoryCount);
            var mean = 0f;
            for (var category = 0; category < row.Length; category++)
            {
                row[category] = MathF.Log((row[category] / Math.Max(1, sizes[category])) + Smoothing);
                mean += row[category];
            }

            mean /= row.Length;
            foreach (ref var weight in row)
            {
                weight -= mean;
            }
        }

        return new LinearWeights(weights, stride, categoryCount);
    }
}
