using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Tests.Evaluation;

public sealed class DataSplitsTests
{
    [Fact]
    public void StratifiedFolds_EachFold_HasEachCategoryInItsShare()
    {
        var categories = Enumerable.Range(0, 100).Select(index => index % 5 == 0 ? "selten" : "oft").ToArray();

        var folds = DataSplits.StratifiedFolds(categories, 5, seed: 1);

        for (var fold = 0; fold < 5; fold++)
        {
            Assert.Equal(4, Enumerable.Range(0, 100).Count(index => folds[index] == fold && categories[index] == "selten"));
            Assert.Equal(16, Enumerable.Range(0, 100).Count(index => folds[index] == fold && categories[index] == "oft"));
        }
    }

    [Fact]
    public void GroupedFolds_OneGroup_StaysTogether()
    {
        var groups = Enumerable.Range(0, 200).Select(index => $"document {index * index % 37}").ToArray();

        var folds = DataSplits.GroupedFolds(groups, 4, seed: 2);

        Assert.All(groups.Zip(folds).GroupBy(pair => pair.First), group => Assert.Single(group.Select(pair => pair.Second).Distinct()));
        Assert.Equal(4, folds.Distinct().Count());
    }

    [Fact]
    public void Newest_HoldsOutTheLatest()
    {
        Assert.Equal([false, true, false, false, false], DataSplits.Newest(["2024-01-02", "2024-05-01", "2024-01-01", "2023-12-31", "2024-04-30"], 0.2));
    }

    [Fact]
    public void StratifiedHoldout_EqualTexts_StayOnOneSide()
    {
        var texts = Enumerable.Range(0, 300).Select(index => index % 3 == 0 ? "Sperrmüll" : $"Text {(char)('a' + (index % 26))}{(char)('a' + (index % 7))}").ToArray();
        var categories = Enumerable.Range(0, 300).Select(index => index % 2 == 0 ? "eins" : "zwei").ToArray();

        var held = DataSplits.StratifiedHoldout(texts, categories, 0.2, seed: 0);

        Assert.All(texts.Zip(held).GroupBy(pair => TextKey.Of(pair.First)), group => Assert.Single(group.Select(pair => pair.Second).Distinct()));
        Assert.InRange(held.Count(item => item), 30, 90);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Newest_ShareOutOfRange_Throws(double share)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DataSplits.Newest(["2024-01-01"], share));
    }
}
