using FsCheck;
using FsCheck.Fluent;
using Krm.Analytics.Classification;

namespace Krm.Analytics.Tests.Classification;

public sealed class StratifiedReservoirTests
{
    [Fact]
    public void Items_WithinTheBounds_AreAllInTheirOrder()
    {
        var reservoir = new StratifiedReservoir<int>(100, 1000, 0);
        for (var index = 0; index < 100; index++)
        {
            reservoir.Add(index % 3 == 0 ? "a" : "b", 10, index);
        }

        Assert.Equal(Enumerable.Range(0, 100), reservoir.Items);
    }

    [Fact]
    public void Items_ManyCases_KeepSharesAndRareCategories()
    {
        var reservoir = new StratifiedReservoir<string>(1000, long.MaxValue, 1);
        for (var index = 0; index < 100_000; index++)
        {
            var category = index % 10_000 == 5 ? "rare" : index % 4 == 0 ? "quarter" : "rest";
            reservoir.Add(category, 1, category);
        }

        Assert.Equal(100_000, reservoir.Seen);
        Assert.Equal(1000, reservoir.Items.Count);
        Assert.Equal(10, reservoir.Items.Count(item => item == "rare"));
        Assert.InRange(reservoir.Items.Count(item => item == "quarter"), 210, 290);
    }

    [Fact]
    public void Items_AnyStream_StayWithinBoundsAndAreReproducible() =>
        Prop.ForAll<(byte Category, byte Size)[], byte, byte>((cases, count, size) =>
        {
            var first = Fill(cases, count + 1, size + 1);
            var kept = first.Items;
            return kept.Count <= count + 1 && kept.Sum(index => (long)cases[index].Size) <= size + 1
                && kept.SequenceEqual(kept.Order()) && kept.SequenceEqual(Fill(cases, count + 1, size + 1).Items)
                && first.Seen == cases.Length && (kept.Count == cases.Length || cases.Length > count + 1 || cases.Sum(item => (long)item.Size) > size + 1);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Create_BoundBelowOne_Throws(int count, long size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StratifiedReservoir<int>(count, size, 0));

    private static StratifiedReservoir<int> Fill((byte Category, byte Size)[] cases, int count, int size)
    {
        var reservoir = new StratifiedReservoir<int>(count, size, 3);
        for (var index = 0; index < cases.Length; index++)
        {
            reservoir.Add($"c{cases[index].Category % 5}", cases[index].Size, index);
        }

        return reservoir;
    }
}
