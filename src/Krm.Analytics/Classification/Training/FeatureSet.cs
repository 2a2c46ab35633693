namespace Krm.Analytics.Classification.Training;

/// <summary>The features kept for a model, ordered by hash.</summary>
/// <param name="Hashes">Their hashes, strictly rising.</param>
/// <param name="DocumentFrequencies">In how many texts each occurs.</param>
/// <param name="Rows">For each collected feature its place in <paramref name="Hashes"/>, -1 if dropped.</param>
/// <param name="TextCount">Number of texts counted.</param>
/// <param name="CollisionCount">Features that met another one under the same hash.</param>
internal sealed record FeatureSet(uint[] Hashes, int[] DocumentFrequencies, int[] Rows, int TextCount, int CollisionCount);
