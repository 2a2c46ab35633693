namespace Krm.Analytics.Classification.Models;

/// <summary>The features of one kind with their weights, one byte a weight and one scale a feature.</summary>
/// <param name="Hashes">The features, strictly rising.</param>
/// <param name="DocumentFrequencies">In how many training texts each occurred.</param>
/// <param name="Weights">Their weights, the inverse document frequency multiplied in.</param>
internal sealed record FeatureRows(uint[] Hashes, int[] DocumentFrequencies, PackedRows Weights)
{
    /// <summary>Number of features.</summary>
    public int Count => Hashes.Length;
}
