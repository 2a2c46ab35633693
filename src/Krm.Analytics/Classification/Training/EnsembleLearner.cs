namespace Krm.Analytics.Classification.Training;

/// <summary>Learns two linear separations, one with low cost over all features alike and one with high cost over emphasised features, and adds them up.</summary>
/// <param name="data">The texts as vectors.</param>
/// <param name="labels">For each text the number of its category; what is beyond the labels of <paramref name="data"/> are guesses.</param>
/// <param name="seed">Seed of the order of learning.</param>
/// <remarks>Both are linear in the same vectors, so the sum costs a prediction nothing.</remarks>
internal sealed class EnsembleLearner(TrainingData data, int[] labels, ulong seed)
{
    /// <summary>Cost of a training error; what lies near it makes no difference that could be measured.</summary>
    public const double Cost = 0.3;

    private const double EmphasisPower = 0.25;
    private const double Spread = 2;

    private int CategoryCount => data.Categories.Length;

    /// <summary>Emphasis of the features as the texts at hand have it.</summary>
    public float[] Emphasize(int[] texts) => FeatureEmphasis.Compute(data.Rows, labels, CategoryCount, texts, EmphasisPower);

    /// <summary>Learns from some of the texts.</summary>
    /// <param name="texts">Indices of the texts to learn from.</param>
    /// <param name="emphasis">What <see cref="Emphasize"/> said of them.</param>
    /// <param name="balance">How far rare categories are lifted, 0–1.</param>
    /// <param name="cancellationToken">Stops between two sweeps.</param>
    public LinearWeights Learn(int[] texts, float[] emphasis, double balance, CancellationToken cancellationToken)
    {
        var even = LearnFrom(data.Rows, Cost / Spread);
        var emphasized = LearnFrom(data.Rows.Scale(emphasis), Cost * Spread);
        var sum = new LinearWeights(new float[even.Values.Length], even.Stride, CategoryCount);
        sum.Add(even, 0.5f, []);
        sum.Add(emphasized, 0.5f, emphasis);
        return sum;

        LinearWeights LearnFrom(SparseRows rows, double cost) =>
            new DualCoordinateDescent(rows, labels, CategoryCount, data.Labels.Length).Learn(texts, cost, balance, seed, cancellationToken);
    }
}
