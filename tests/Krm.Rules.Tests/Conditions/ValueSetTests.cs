using FsCheck;
using FsCheck.Fluent;
using Krm.Rules.Conditions;
using Krm.Rules.Facts;

namespace Krm.Rules.Tests.Conditions;

public class ValueSetTests
{
    private static readonly ValueSet Domain = ValueSet.Range(0, 30).Union(ValueSet.Missing);

    [Fact]
    public void Algebra_AgainstPlainSets_IsTheSame()
    {
        Check.One(Laws.Of(3_000), Prop.ForAll<int, int>((left, right) =>
        {
            var ((one, ones), (other, others)) = (Make(left), Make(right));
            AssertSame(ones.Union(others), one.Union(other));
            AssertSame(ones.Intersect(others), one.Intersect(other));
            AssertSame(Enumerable.Range(-1, 32).Except(ones), one.ComplementIn(Domain));
            Assert.Equal(ones.Overlaps(others), one.Overlaps(other));
            Assert.Equal(ones.IsSupersetOf(others), one.IsSupersetOf(other));
            Assert.Equal(ones.Count == 0, one.IsEmpty);
            Assert.Equal(ones.SetEquals(others), one.Equals(other));
            Assert.Equal(one, one.ComplementIn(Domain).ComplementIn(Domain));
            Assert.Equal(one.GetHashCode(), one.Union(one).GetHashCode());
        }));
    }

    [Fact]
    public void Of_NeighbouringAndOverlappingRanges_AreMerged()
    {
        var set = ValueSet.Of([(4, 6), (1, 3), (6, 9), (20, 10)], includesMissing: false);

        Assert.Equal(1, set.RangeCount);
        Assert.Equal((1L, 9L), set.GetRange(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => set.GetRange(1));
    }

    [Fact]
    public void ToString_Ranges_NamesThemAndMissing()
    {
        Assert.Equal("[1, 3] [5, 5] missing", ValueSet.Of([(5, 5), (1, 3)], includesMissing: true).ToString());
        Assert.Equal("[-2, -1]", ValueSet.Range(-2, -1).ToString());
        Assert.Equal("", ValueSet.Empty.ToString());
    }

    [Fact]
    public void Of_TwoRangesOfOneValue_StayApartUnlessTheyTouch()
    {
        Assert.Equal(2, ValueSet.Of([(0, 0), (2, 2)], includesMissing: false).RangeCount);
        Assert.Equal(1, ValueSet.Of([(0, 0), (1, 1)], includesMissing: false).RangeCount);
        Assert.Equal((0L, 5L), ValueSet.Of([(0, 0), (0, 5), (3, 4)], includesMissing: false).GetRange(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ValueSet.Empty.GetRange(-1));
    }

    [Fact]
    public void Arguments_Null_AreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => ValueSet.Empty.Union(null!));
        Assert.Throws<ArgumentNullException>(() => ValueSet.Empty.Intersect(null!));
        Assert.Throws<ArgumentNullException>(() => ValueSet.Empty.ComplementIn(null!));
        Assert.Throws<ArgumentNullException>(() => ValueSet.Of((IEnumerable<(long, long)>)null!, false));
    }

    [Fact]
    public void GetHashCode_SetsOfDifferentValues_Differs()
    {
        ValueSet[] sets = [ValueSet.Empty, ValueSet.Missing, ValueSet.Of(1), ValueSet.Of(2), ValueSet.Range(1, 2), ValueSet.Range(100, 200), ValueSet.Range(101, 200), ValueSet.Of(1).Union(ValueSet.Missing)];

        Assert.Equal(sets.Length, sets.Select(set => set.GetHashCode()).Distinct().Count());
    }

    [Fact]
    public void Range_Reversed_IsEmpty() => Assert.True(ValueSet.Range(2, 1).IsEmpty);

    [Fact]
    public void ComplementIn_WholeNumberLine_DoesNotOverflow() =>
        Assert.True(ValueSet.Range(long.MinValue + 1, long.MaxValue).ComplementIn(ValueSet.Range(0, long.MaxValue)).IsEmpty);

    /// <summary>Values -1 to 30, where -1 stands for "missing".</summary>
    private static (ValueSet Set, HashSet<int> Values) Make(int seed)
    {
        var random = new Random(seed);
        var values = new HashSet<int>();
        var ranges = new List<(long, long)>();
        for (var count = random.Next(0, 5); count > 0; count--)
        {
            var from = random.Next(0, 31);
            var to = Math.Min(30, from + random.Next(0, 8));
            ranges.Add((from, to));
            values.UnionWith(Enumerable.Range(from, to - from + 1));
        }

        var missing = random.Next(2) == 0;
        if (missing)
        {
            values.Add(-1);
        }

        return (ValueSet.Of(ranges, missing), values);
    }

    private static void AssertSame(IEnumerable<int> expected, ValueSet actual) =>
        Assert.Equal(expected.Order(), Enumerable.Range(-1, 32).Where(value => actual.Contains(value == -1 ? FactValue.MissingCode : value)));
}
