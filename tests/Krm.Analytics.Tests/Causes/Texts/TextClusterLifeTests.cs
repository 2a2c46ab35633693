using Krm.Analytics.Causes.Texts;
using Xunit.Abstractions;

namespace Krm.Analytics.Tests.Causes.Texts;

/// <summary>Clusters over monthly runs: new texts come, old ones leave, and the ids stay.</summary>
public class TextClusterLifeTests(ITestOutputHelper output)
{
    private const int Matters = 40;
    private const int PerMonth = 240;
    private const int Months = 12;

    [Theory]
    [InlineData(true, 4, 0.98)]
    [InlineData(false, Months, 0.9)]
    public void Cluster_MonthlyRuns_KeepTheIdsOfMatters(bool remembers, int monthsKept, double least)
    {
        var random = new Random(11);
        var texts = new List<(string Text, int Matter)>();
        IReadOnlyDictionary<string, string>? known = null;
        Dictionary<int, string>? before = null;
        var (kept, followed, pure, clusters) = (0, 0, 0, 0);
        for (var month = 0; month < Months; month++)
        {
            texts.AddRange(Enumerable.Range(0, PerMonth).Select(_ => Draw(random)));
            texts.RemoveRange(0, Math.Max(0, texts.Count - (monthsKept * PerMonth)));
            var clustering = TextClusterer.Cluster([.. texts.Select(one => one.Text)], known: remembers ? known : null);
            var ids = new Dictionary<int, string>();
            foreach (var cluster in clustering.Clusters)
            {
                var matters = cluster.Members.GroupBy(member => texts[member].Matter).OrderByDescending(group => group.Count()).ToList();
                clusters++;
                pure += matters.Count == 1 ? 1 : 0;
                ids.TryAdd(matters[0].Key, cluster.Id);
            }

            foreach (var (matter, id) in before ?? [])
            {
                followed += ids.ContainsKey(matter) ? 1 : 0;
                kept += ids.GetValueOrDefault(matter) == id ? 1 : 0;
            }

            (before, known) = (ids, clustering.Known);
        }

        output.WriteLine($"{(remembers ? "with" : "without")} the ids of the run before, texts of {monthsKept} months: {kept} of {followed} clusters keep their id ({kept / (double)followed:0.000}); {pure} of {clusters} hold one matter only");
        Assert.True(followed > (Months - 1) * Matters * 0.9, $"{followed}");
        Assert.True(kept >= least * followed, $"{kept} of {followed}");
        Assert.True(pure >= 0.98 * clusters, $"{pure} of {clusters}");
    }

    /// <summary>A text on one of the matters: its eight words in some order, one left out, beside two that belong to nothing.</summary>
    private static (string Text, int Matter) Draw(Random random)
    {
        var matter = random.Next(Matters);
        var words = Enumerable.Range(0, 8).Select(i => $"sache{(matter * 8) + i}x").ToArray();
        random.Shuffle(words);
        return (string.Join(' ', words.Skip(1).Append($"wort{random.Next(3000)}").Append($"wort{random.Next(3000)}")), matter);
    }
}
