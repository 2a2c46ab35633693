namespace Krm.Analytics.Causes.Texts;

/// <summary>The clusters of a list of texts.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class TextClustering
{
    internal TextClustering(IReadOnlyList<TextCluster> clusters, IReadOnlyList<string?> idOfText, IReadOnlyDictionary<string, string> known)
    {
        Clusters = clusters;
        IdOfText = idOfText;
        Known = known;
    }

    /// <summary>The clusters, largest first, then by id.</summary>
    public IReadOnlyList<TextCluster> Clusters { get; }

    /// <summary>For each text the id of its cluster, or <see langword="null"/> if it stands alone.</summary>
    public IReadOnlyList<string?> IdOfText { get; }

    /// <summary>
    /// Which id each distinct text of a cluster has, by a hash of the text: what the next run needs to keep the ids. Holds no text.
    /// </summary>
    public IReadOnlyDictionary<string, string> Known { get; }
}
