using Krm.Rules.Compilation;
using Krm.Rules.Conditions;
using static Krm.Rules.Tests.RuleSetTexts;

namespace Krm.Rules.Tests.Compilation;

/// <summary>Shape of the index: when a table is split, by which fact, and what lies in the leaves.</summary>
public class MatchTreeBuilderTests
{
    private const int Channel = 1;
    private const int Amount = 3;
    private const int Text = 5;
    private static readonly RuleSet RuleSet = RuleSet.Read(WithTable(Table("collect", Rule("r1", """{ "text": ["Hecke", "Zaun"] }"""))));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public void Build_ValuesThatExcludeEachOther_SplitsAboveOneWord(int count, bool isSplit)
    {
        var root = Build([.. Enumerable.Range(0, count).Select(index => Everything.With(Amount, ValueSet.Of(index * 2)))]);

        Assert.Equal(isSplit, root.Children is not null);
        if (isSplit)
        {
            Assert.Equal(Amount, root.SplitFact);
            Assert.Equal(Enumerable.Range(0, count), root.Children!.SelectMany(child => child.Rules));
            Assert.Same(MatchNode.Empty, root.Children![0]);
        }
        else
        {
            Assert.Equal(Enumerable.Range(0, count), root.Rules);
        }
    }

    [Fact]
    public void Build_RangesThatAllHoldForOneValue_AreNotSplit()
    {
        var root = Build([.. Enumerable.Range(0, 140).Select(index => Everything.With(Amount, ValueSet.Range(0, index)))]);

        Assert.Null(root.Children);
        Assert.Equal((140, 3, (1UL << 12) - 1), (root.Rules.Length, root.Words, root.LastMask));
    }

    [Fact]
    public void Build_SplitThatWouldCopyTheTableManyTimes_IsAvoided() =>
        Assert.Null(Build([.. Enumerable.Range(0, 200).Select(index => Everything.With(Amount, ValueSet.Range(index, index + 20)))]).Children);

    [Fact]
    public void Build_SplitThatHalvesAtMost_IsAvoided()
    {
        // Half of 130 boxes ask for one value and half for another: the worse child keeps exactly half.
        Assert.Null(Build([.. Enumerable.Range(0, 130).Select(index => Everything.With(2, ValueSet.Of(index % 2)))]).Children);
        Assert.NotNull(Build([.. Enumerable.Range(0, 131).Select(index => Everything.With(Channel, ValueSet.Of(index % 3)))]).Children);
    }

    [Fact]
    public void Build_BoxesThatDoNotAskAboutTheFact_LieInEveryChild()
    {
        var root = Build([.. Enumerable.Range(0, 70).Select(index => Everything.With(Amount, ValueSet.Of(index))), Everything, Everything.With(Text, ValueSet.Missing)]);

        Assert.Equal(Amount, root.SplitFact);
        Assert.All(root.Children!, child => Assert.Equal([70, 71], child.Rules.TakeLast(2)));
        Assert.Equal([70, 71], root.Children![0].Rules);
    }

    [Fact]
    public void Build_TwoFactsThatDivide_SplitsByOneThenByTheOther()
    {
        var boxes = from channel in Enumerable.Range(0, 3)
                    from text in Enumerable.Range(0, 3)
                    from amount in Enumerable.Range(0, 70)
                    select Everything.With(Channel, ValueSet.Of(channel)).With(Text, ValueSet.Of(text)).With(Amount, ValueSet.Range(0, amount));

        var root = Build([.. boxes]);

        Assert.Equal(Channel, root.SplitFact);
        Assert.Same(MatchNode.Empty, root.Children![0]);
        foreach (var channel in Enumerable.Range(0, 3))
        {
            var child = root.Children[channel + 1];
            Assert.Equal(Text, child.SplitFact);
            foreach (var text in Enumerable.Range(0, 3))
            {
                Assert.Null(child.Children![text + 1].Children);
                Assert.Equal(Enumerable.Range(((channel * 3) + text) * 70, 70), child.Children[text + 1].Rules);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    public void Match_LeafOfOneWord_LeavesAllItsBoxesAndNoMore(int count)
    {
        var leaf = Build([.. Enumerable.Range(0, count).Select(_ => Everything)]);

        Assert.Equal(ulong.MaxValue >> (64 - count), leaf.Match(new int[6], 0));
    }

    [Fact]
    public void Match_LeafOfTwoFullWords_LeavesEveryBoxOfBoth()
    {
        var leaf = Build([.. Enumerable.Range(0, 128).Select(_ => Everything)]);

        Assert.Equal((2, ulong.MaxValue, ulong.MaxValue), (leaf.Words, leaf.Match(new int[6], 0), leaf.Match(new int[6], 1)));
    }

    [Fact]
    public void Match_LeafOfOneWordAndAPart_LeavesBoxesByTheirClasses()
    {
        var leaf = Build([.. Enumerable.Range(0, 70).Select(index => Everything.With(2, ValueSet.Of(index % 2)))]);

        Assert.Equal((0x5555_5555_5555_5555UL, 0b01_0101UL), (leaf.Match([0, 0, 1, 0, 0, 0], 0), leaf.Match([0, 0, 1, 0, 0, 0], 1)));
        Assert.Equal((0xAAAA_AAAA_AAAA_AAAAUL, 0b10_1010UL), (leaf.Match([0, 0, 2, 0, 0, 0], 0), leaf.Match([0, 0, 2, 0, 0, 0], 1)));
    }

    private static Box Everything { get; } = Box.Everything(RuleSet.Facts.Count);

    private static MatchNode Build(Box[] boxes)
    {
        var sides = RuleSet.Facts.Select(fact => boxes.Select(box => box[fact.Index]).OfType<ValueSet>());
        var classifiers = RuleSet.Facts.Zip(sides, FactClassifier.Create).ToArray();
        return new MatchTreeBuilder(classifiers).Build([.. boxes.Select((box, index) => new RuleBox(index, box))]);
    }
}
