using Krm.Rules.Conditions;
using Krm.Rules.Facts;
using Krm.Rules.Validation;
using static Krm.Rules.Tests.RuleSetTexts;

namespace Krm.Rules.Tests.Validation;

public class RegionTests
{
    private const int Channel = 1;
    private const int Amount = 3;
    private const int Date = 4;
    private static readonly IReadOnlyList<FactDeclaration> Facts = RuleSet.Read(WithTable(Table("collect", Rule("r1", "{}")))).Facts;
    private static readonly Region All = Region.Everything(Facts);

    [Fact]
    public void Subtract_Box_LeavesDisjointBoxesOfTheRest()
    {
        var rest = All.Subtract([Everything.With(Channel, ValueSet.Of(1)).With(Amount, ValueSet.Range(0, 99))]);

        Assert.Equal(2, rest.Boxes.Count);
        Assert.Equal(ValueSet.Of([(0, 0), (2, 2)], false), rest.Boxes[0][Channel]);
        Assert.Null(rest.Boxes[0][Amount]);
        Assert.Equal((ValueSet.Of(1), ValueSet.Range(100, 10_000)), (rest.Boxes[1][Channel], rest.Boxes[1][Amount]));
        Assert.False(rest.Overlaps(Everything.With(Channel, ValueSet.Of(1)).With(Amount, ValueSet.Of(50))));
        Assert.True(rest.Overlaps(Everything.With(Channel, ValueSet.Of(1)).With(Amount, ValueSet.Of(100))));
    }

    [Fact]
    public void Subtract_BoxesThatCoverEverythingTogether_LeavesNothing()
    {
        Assert.False(All.IsEmpty);
        Assert.True(All.Subtract([Everything]).IsEmpty);
        Assert.True(All.Subtract([Everything.With(Channel, ValueSet.Range(0, 1)), Everything.With(Channel, ValueSet.Of(2))]).IsEmpty);
        Assert.True(All.Subtract([Everything.With(Date, ValueSet.Missing), Everything.With(Date, ValueSet.Missing.ComplementIn(Facts[Date].Domain))]).IsEmpty);
    }

    [Fact]
    public void Intersect_BoxesThatOverlap_CountsTheirCommonCasesOnce()
    {
        var both = All.Intersect([Everything.With(Amount, ValueSet.Range(0, 20)), Everything.With(Amount, ValueSet.Range(10, 30)), Everything.With(Amount, ValueSet.Range(5, 25))]);

        Assert.Equal([ValueSet.Range(0, 20), ValueSet.Range(21, 30)], both.Boxes.Select(box => box[Amount]));
        Assert.True(All.Intersect([]).IsEmpty);
    }

    [Theory]
    [InlineData(25_000, false)]
    [InlineData(25_001, true)]
    public void SubtractAndIntersect_MoreBoxesThanAllowed_AreRefused(int count, bool isRefused)
    {
        // Each box is left in two pieces; the other way round one is found and one left of each.
        var region = All.With(Enumerable.Range(0, count).Select(day => Everything.With(Date, ValueSet.Of(day))));
        var cut = Everything.With(Channel, ValueSet.Of(1)).With(Amount, ValueSet.Of(5));
        var half = Everything.With(Channel, ValueSet.Of(1));

        if (isRefused)
        {
            Assert.Throws<RegionTooComplexException>(() => region.Subtract([cut]));
            Assert.Throws<RegionTooComplexException>(() => region.Intersect([half]));
        }
        else
        {
            Assert.Equal(50_000, region.Subtract([cut]).Boxes.Count);
            Assert.Equal(25_000, region.Intersect([half]).Boxes.Count);
        }
    }

    private static Box Everything { get; } = Box.Everything(Facts.Count);
}
