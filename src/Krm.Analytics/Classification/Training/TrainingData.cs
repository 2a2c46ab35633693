namespace Krm.Analytics.Classification.Training;

/// <summary>The training cases as vectors and category numbers, those with category first.</summary>
/// <param name="Rows">The texts as vectors.</param>
/// <param name="Labels">For each of the first texts, those with category, its number.</param>
/// <param name="Categories">The categories, in ordinal order.</param>
/// <param name="Features">The features kept.</param>
/// <param name="WordFragments">For each word kept the rows of its fragments.</param>
/// <param name="PairBorders">For each pair kept the rows of the pieces around its border.</param>
/// <param name="Extended">For each feature the row of the one that it extends by a letter, -1 if there is none.</param>
/// <param name="LeastKnownShare">Share of known fragments that hardly any of the texts falls below.</param>
/// <param name="Fingerprint">SHA-256 over texts and categories.</param>
internal sealed record TrainingData(
    SparseRows Rows,
    int[] Labels,
    string[] Categories,
    FeatureSet Features,
    IReadOnlyList<int[]> WordFragments,
    IReadOnlyList<int[]> PairBorders,
    int[] Extended,
    float LeastKnownShare,
    string Fingerprint);
