using Krm.Analytics.Counting;

namespace Krm.Analytics.Causes.Texts;

/// <summary>Cases counted once more, with the cluster of their text as last dimension.</summary>
/// <remarks>
/// Cluster × cell becomes one more counted series, so that a matter is found that no category has a name for. Cases in no
/// cluster have the value <see cref="NoCluster"/>, which goes into <see cref="CauseDetectorOptions.ValueOfNone"/>.
/// Immutable and thread-safe.
/// </remarks>
/// <param name="Cube">The counts.</param>
/// <param name="Texts">The texts with the cluster as last value.</param>
/// <param name="Clustering">The clusters.</param>
public sealed record ClusteredCounts(CountCube Cube, IReadOnlyList<CaseText> Texts, TextClustering Clustering)
{
    /// <summary>The name of the added dimension.</summary>
    public const string Dimension = "cluster";

    /// <summary>The value of cases in no cluster.</summary>
    public const string NoCluster = "(ohne)";

    /// <summary>Clusters texts and counts their cases. Costs time linear in the length of all texts.</summary>
    /// <param name="plan">What was counted so far; without a dimension named cluster, at most 7 dimensions.</param>
    /// <param name="texts">The anonymised text of every case, oldest first so that ids persist.</param>
    /// <param name="settings">When texts count as the same matter; the defaults if left out.</param>
    /// <param name="known">What an earlier run knew; may be left out.</param>
    /// <exception cref="ArgumentException">The plan has that dimension already or too many.</exception>
    public static ClusteredCounts Count(
        CountPlan plan, IReadOnlyList<CaseText> texts, TextClusterSettings? settings = null, IReadOnlyDictionary<string, string>? known = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(texts);
        var clustering = TextClusterer.Cluster([.. texts.Select(text => text.Text)], settings, known);
        var builder = new CountCubeBuilder(new CountPlan(plan.Period, [.. plan.Dimensions, Dimension], plan.DataVersion));
        var clustered = new CaseText[texts.Count];
        for (var i = 0; i < clustered.Length; i++)
        {
            string[] values = [.. texts[i].Values, clustering.IdOfText[i] ?? NoCluster];
            clustered[i] = texts[i] with { Values = values };
            builder.Add(texts[i].Received, values);
        }

        return new ClusteredCounts(builder.Build(), clustered, clustering);
    }
}
