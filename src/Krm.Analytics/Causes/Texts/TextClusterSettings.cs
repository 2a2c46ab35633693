namespace Krm.Analytics.Causes.Texts;

/// <summary>When texts count as the same matter.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record TextClusterSettings
{
    /// <summary>The Jaccard similarity of character 5-grams from which two texts are near-duplicates; above 0, at most 1; 0.5 by default.</summary>
    public double DuplicateSimilarity { get; init; } = 0.5;

    /// <summary>The cosine of TF-IDF word vectors from which two texts are paraphrases; above 0, at most 1; 0.6 by default.</summary>
    public double ParaphraseSimilarity { get; init; } = 0.6;

    /// <summary>The fewest texts of a cluster; at least 2, 5 by default, the minimum cell size.</summary>
    public int MinimumSize { get; init; } = 5;

    internal void Check()
    {
        if (!(DuplicateSimilarity is > 0 and <= 1) || !(ParaphraseSimilarity is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(DuplicateSimilarity), "Similarities lie above 0 and are at most 1.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumSize, 2);
    }
}
