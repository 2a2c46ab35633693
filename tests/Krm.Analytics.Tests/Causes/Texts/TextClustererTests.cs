using Krm.Analytics.Causes.Texts;

namespace Krm.Analytics.Tests.Causes.Texts;

public class TextClustererTests
{
    private static readonly string[] Lamps =
    [
        "Die Straßenlaterne vor der Schule ist seit Montag dunkel.", "Die Straßenlaterne vor der Schule ist seit Dienstag dunkel!",
        "die Strassenlaterne vor der Schule ist seit Montag dunkel", "Straßenlaterne vor der Schule seit Montag dunkel",
        "Die Straßenlaterne vor der Schule ist seit gestern dunkel.",
    ];

    private static readonly string[] Fees =
    [
        "Der Bescheid über Abfallgebühren nennt die falsche Personenzahl.", "Falsche Personenzahl im Bescheid Abfallgebühren",
        "Abfallgebühren: Bescheid mit falsche Personenzahl erhalten", "Personenzahl im Bescheid zu Abfallgebühren ist falsche Angabe",
        "Die Personenzahl im Bescheid der Abfallgebühren stimmt nicht, falsche Zahl",
    ];

    private static readonly string[] Others =
    [
        "Auf dem Spielplatz fehlt die Schaukel.", "Der Termin im Bürgeramt wurde abgesagt.", "", "Vielen Dank für die schnelle Hilfe!",
        "Ein Auto ohne Kennzeichen steht seit Wochen in unserer Straße.", "Der Gehweg ist nicht gestreut.",
    ];

    [Fact]
    public void Cluster_DuplicatesAndParaphrases_AreTwoMatters()
    {
        var clustering = TextClusterer.Cluster([.. Lamps, .. Others, .. Fees]);

        Assert.Equal(2, clustering.Clusters.Count);
        Assert.Equal(Enumerable.Range(0, 5), clustering.Clusters.Single(cluster => cluster.Members[0] == 0).Members);
        Assert.Equal(Enumerable.Range(11, 5), clustering.Clusters.Single(cluster => cluster.Members[0] == 11).Members);
        Assert.All(clustering.IdOfText.Skip(5).Take(6), Assert.Null);
    }

    [Fact]
    public void Cluster_FewerThanTheMinimum_IsNone() =>
        Assert.Empty(TextClusterer.Cluster([.. Lamps.Take(4), .. Others]).Clusters);

    [Fact]
    public void Cluster_LaterRun_KeepsTheIds()
    {
        var first = TextClusterer.Cluster([.. Lamps, .. Others]);

        // The oldest texts have left, new ones came in front of the rest.
        var second = TextClusterer.Cluster([.. Fees, .. Others, .. Lamps.Skip(1), "Die Straßenlaterne vor der Schule ist seit Mittwoch dunkel."], known: first.Known);

        Assert.Contains(first.Clusters[0].Id, second.Clusters.Select(cluster => cluster.Id));
        Assert.Equal(2, second.Clusters.Count);
        Assert.DoesNotContain(second.Known.Keys, key => key.Contains("schule", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Cluster_SameTextsTwice_GivesTheSame()
    {
        string[] texts = [.. Fees, .. Lamps, .. Others];

        Assert.Equal(TextClusterer.Cluster(texts).IdOfText, TextClusterer.Cluster(texts).IdOfText);
    }

    [Fact]
    public void Cluster_EveryPairOfNearDuplicates_IsJoinedAsTheExactSimilaritySays()
    {
        // The naive model: all pairs, exact Jaccard of the sets of 5-grams.
        var random = new Random(3);
        var texts = Enumerable.Range(0, 120).Select(i => string.Join(' ', Enumerable.Range(0, 12).Select(j => $"wort{(i / 6 * 40) + j + (random.Next(5) == 0 ? 100 : 0)}"))).ToArray();
        var settings = new TextClusterSettings { DuplicateSimilarity = 0.7, ParaphraseSimilarity = 1, MinimumSize = 2 };

        var ids = TextClusterer.Cluster(texts, settings).IdOfText;

        for (var i = 0; i < texts.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Jaccard(texts[i], texts[j]) >= 0.8)
                {
                    Assert.True(ids[i] is not null && ids[i] == ids[j], $"{i} {j}");
                }
            }
        }
    }

    private static double Jaccard(string left, string right)
    {
        var (one, other) = (Grams(left), Grams(right));
        return one.Intersect(other).Count() / (double)one.Union(other).Count();
    }

    private static HashSet<string> Grams(string text) => [.. Enumerable.Range(0, text.Length - 4).Select(i => text.Substring(i, 5))];
}
