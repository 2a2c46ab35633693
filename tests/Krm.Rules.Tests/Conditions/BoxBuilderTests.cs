using Krm.Rules.Conditions;
using static Krm.Rules.Tests.RuleSetTexts;

namespace Krm.Rules.Tests.Conditions;

public class BoxBuilderTests
{
    private static readonly RuleSet RuleSet = RuleSet.Read(WithTable(Table("collect", Rule("r1", "{}"))));

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Build_AlternativesMultiplied_AreBuiltUpToTheLimit(int second, bool isBuilt)
    {
        // 64 alternatives each of two facts are 4,096 boxes, the most that are allowed.
        var condition = new AllCondition([Alternatives(3, 64), Alternatives(4, second)]);

        var boxes = BoxBuilder.Build(condition, RuleSet.Facts.Count);

        Assert.Equal(isBuilt, boxes is not null);
        Assert.True(boxes is null || boxes.Count == 64 * second);
    }

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public void Build_AlternativesAddedUp_AreBuiltUpToTheLimit(int count, bool isBuilt) =>
        Assert.Equal(isBuilt, BoxBuilder.Build(Alternatives(3, count), RuleSet.Facts.Count) is not null);

    [Fact]
    public void Build_ConditionThatAllowsEverything_RestrictsNoFact()
    {
        var fact = RuleSet.Facts[1];

        Assert.Null(Assert.Single(BoxBuilder.Build(new FactCondition(fact, fact.Domain), RuleSet.Facts.Count)!)[fact.Index]);
        Assert.Empty(BoxBuilder.Build(new NotCondition(new FactCondition(fact, fact.Domain)), RuleSet.Facts.Count)!);
    }

    [Fact]
    public void Build_NotOfAllAndAny_FollowsDeMorgan()
    {
        var (one, other) = (new FactCondition(RuleSet.Facts[1], ValueSet.Of(0)), new FactCondition(RuleSet.Facts[2], ValueSet.Of(1)));

        Assert.Equal(2, BoxBuilder.Build(new NotCondition(new AllCondition([one, other])), RuleSet.Facts.Count)!.Count);
        Assert.Single(BoxBuilder.Build(new NotCondition(new AnyCondition([one, other])), RuleSet.Facts.Count)!);
        Assert.Empty(BoxBuilder.Build(new AnyCondition([]), RuleSet.Facts.Count)!);
        Assert.Single(BoxBuilder.Build(Condition.Always, RuleSet.Facts.Count)!);
    }

    [Fact]
    public void Item_FactTheBoxDoesNotKnow_IsNotRestricted() => Assert.Null(Box.Everything(3)[3]);

    private static AnyCondition Alternatives(int fact, int count) =>
        new([.. Enumerable.Range(0, count).Select(value => new FactCondition(RuleSet.Facts[fact], ValueSet.Of(RuleSet.Facts[fact].Domain.GetRange(0).From + value)))]);
}
