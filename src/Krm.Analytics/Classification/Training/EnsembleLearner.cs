namespace Krm.Analytics.Classification.Training;

/// <summary>Learns two linear separations, one with low cost over all features alike and one with high cost over emphasised features, and adds them up.</summary>
/// <remarks>Both are linear in the same vectors, so the sum costs a prediction nothing.</remarks>
internal sealed class EnsembleLearner(TrainingData data, ulong seed)
{
    private const double EmphasisPower = 0.25;
    private const double Spread = 2;

    /// <summary>Number of categories.</summary>
    public int CategoryCount => data.Categories.Length;

    /// <summary>Emphasis of the features as the texts at hand have it.</summary>
    public float[] Emphasize(int[] texts) => FeatureEmphasis.Compute(data.Rows, data.Labels, CategoryCount, texts, EmphasisPower);

    /// <summary>Learns the separating planes from some of the texts.</summary>
    public LinearWeights LearnPlanes(int[] texts, float[] emphasis, LearningSettings settings, CancellationToken cancellationToken)
    {
        var even = Learn(data.Rows, settings.Cost / Spread);
        var emphasized = Learn(data.Rows.Scale(emphasis), settings.Cost * Spread);
        var sum = new LinearWeights(new float[even.Values.Length], even.Stride, CategoryCount);
        sum.Add(even, 0.5f, []);
        sum.Add(emphasized, 0.5f, emphasis);
        return sum;

        LinearWeights Learn(SparseRows rows, double cost) =>
            new DualCoordinateDescent(rows, data.Labels, CategoryCount).Learn(texts, cost, settings.Balance, seed, cancellationToken);
    }

    /// <summary>Learns the counted part from some of the texts.</summary>
    public LinearWeights LearnCounts(int[] texts) => NaiveBayes.Learn(data.Rows, data.Labels, CategoryCount, texts);
}
