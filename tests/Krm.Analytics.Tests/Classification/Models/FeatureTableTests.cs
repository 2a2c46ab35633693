using FsCheck;
using FsCheck.Fluent;
using Krm.Analytics.Classification.Models;
using Krm.Analytics.Evaluation;
using Krm.Analytics.Text;

namespace Krm.Analytics.Tests.Classification.Models;

public sealed class FeatureTableTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(5000)]
    public void Find_RandomFeatures_FindsThoseAndNoOthers(int count)
    {
        var generator = new SeededGenerator(5);
        Check([.. Enumerable.Range(0, 2 * count + 100).Select(_ => (ulong)(generator.NextDouble() * ulong.MaxValue))], count);
    }

    [Fact]
    public void Find_HashesThatCrowdTogether_AreFoundAllTheSame()
    {
        // Far more neighbours than a bucket holds.
        var crowded = Enumerable.Range(0, 1_000_000).Select(number => (ulong)number).OrderBy(FeatureHash.Compact).Take(300).ToArray();

        Check(crowded, 200);
    }

    [Fact]
    public void Find_AnyFeatures_FindsThoseAndNoOthers()
    {
        Prop.ForAll<ulong[]>(hashes => Check(hashes, hashes.Length / 2)).QuickCheckThrowOnFailure();
    }

    /// <summary>Makes a table of the first hashes and asks for all.</summary>
    private static void Check(ulong[] hashes, int known)
    {
        var rows = hashes.Take(known).Select(FeatureHash.Compact).Distinct().Order().ToArray();
        var found = new int[hashes.Length];

        new FeatureTable(rows).Find(hashes, found);

        Assert.Equal(hashes.Select(hash => Array.IndexOf(rows, FeatureHash.Compact(hash))), found);
    }
}
