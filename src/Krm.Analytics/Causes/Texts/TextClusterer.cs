using System.Security.Cryptography;
using System.Text;

namespace Krm.Analytics.Causes.Texts;

/// <summary>Puts texts on the same matter together: near-duplicates and paraphrases.</summary>
/// <remarks>
/// <para>
/// Near-duplicates are found by MinHash on character 5-grams (Broder 1997) and verified by their exact Jaccard similarity,
/// paraphrases by the cosine of their TF-IDF vectors; what is similar to the same text is in the same cluster. The texts have
/// to be anonymised already.
/// </para>
/// <para>
/// Deterministic: the same texts in the same order give the same clusters. A cluster takes the id that most of its known texts
/// had in an earlier run; a new one is named after its first text. Two clusters that grow together keep the id of the larger
/// part. Pure and thread-safe; cost linear in the length of all texts.
/// </para>
/// </remarks>
public static class TextClusterer
{
    /// <summary>Clusters texts.</summary>
    /// <param name="texts">Anonymised texts, oldest first; an empty text stands alone.</param>
    /// <param name="settings">When texts count as the same matter; the defaults if left out.</param>
    /// <param name="known"><see cref="TextClustering.Known"/> of an earlier run, so that ids persist; may be left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public static TextClustering Cluster(
        IReadOnlyList<string> texts, TextClusterSettings? settings = null, IReadOnlyDictionary<string, string>? known = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        settings ??= new TextClusterSettings();
        settings.Check();
        var (distinct, numbers) = Distinguish(texts);
        var sets = new DisjointSets(distinct.Count);
        NearDuplicates.Join(distinct, settings.DuplicateSimilarity, sets);
        Paraphrases.Join(distinct, settings.ParaphraseSimilarity, sets);

        var groups = Enumerable.Range(0, texts.Count).Where(i => distinct[numbers[i]].Length > 0)
            .GroupBy(i => sets.Find(numbers[i])).Where(group => group.Count() >= settings.MinimumSize).ToList();
        var keys = distinct.Select(KeyOf).ToArray();
        var clusters = new List<TextCluster>();
        var idOfText = new string?[texts.Count];
        var nextKnown = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in groups.OrderByDescending(group => group.Count()).ThenBy(group => group.Key))
        {
            var members = group.ToArray();
            var id = NameOf([.. members.Select(i => keys[numbers[i]])], known, taken);
            clusters.Add(new TextCluster(id, members));
            foreach (var member in members)
            {
                idOfText[member] = id;
                nextKnown[keys[numbers[member]]] = id;
            }
        }

        return new TextClustering(
            [.. clusters.OrderByDescending(cluster => cluster.Members.Count).ThenBy(cluster => cluster.Id, StringComparer.Ordinal)], idOfText, nextKnown);
    }

    private static (List<string> Distinct, int[] Numbers) Distinguish(IReadOnlyList<string> texts)
    {
        var numberOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var distinct = new List<string>();
        var numbers = new int[texts.Count];
        for (var i = 0; i < texts.Count; i++)
        {
            var normalized = Shingles.Normalize(texts[i]);
            if (!numberOf.TryGetValue(normalized, out numbers[i]))
            {
                numbers[i] = distinct.Count;
                numberOf.Add(normalized, distinct.Count);
                distinct.Add(normalized);
            }
        }

        return (distinct, numbers);
    }

    private static string NameOf(string[] keys, IReadOnlyDictionary<string, string>? known, HashSet<string> taken)
    {
        var earlier = known is null
            ? null
            : keys.Select(key => known.GetValueOrDefault(key)).Where(id => id is not null && !taken.Contains(id))
                .GroupBy(id => id!, StringComparer.Ordinal)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => group.Key).FirstOrDefault();
        var name = earlier ?? keys.First(key => !taken.Contains(key));
        taken.Add(name);
        return name;
    }

    private static string KeyOf(string normalized) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normalized)).AsSpan(0, 6));
}
