using Krm.Analytics.Classification.Models;
using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Tests.Classification.Models;

public sealed class ScoreScaleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(13)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(100)]
    public void Apply_NothingToCorrect_IsSoftmax(int categoryCount)
    {
        const float Steepness = 3;
        var generator = new SeededGenerator(1);
        var scores = Enumerable.Range(0, ScoreScale.LengthFor(categoryCount)).Select(_ => (float)generator.NextDouble()).ToArray();
        var powers = scores.Take(categoryCount).Select(score => Math.Exp(Steepness * score)).ToArray();

        new ScoreScale(Steepness, ConfidenceCurve.Identity).Apply(scores, categoryCount);

        Assert.All(scores.Take(categoryCount).Zip(powers), item => Assert.Equal(item.Second / powers.Sum(), item.First, 5));
        Assert.All(scores.Skip(categoryCount), score => Assert.Equal(0, score));
    }

    [Fact]
    public void Apply_CurveBelowTheSecond_OrderStaysAndSumIsOne()
    {
        var scores = new float[ScoreScale.LengthFor(3)];
        new[] { 0.2f, 1, 0.9f }.CopyTo(scores, 0);

        new ScoreScale(1, new ConfidenceCurve([0, 1], [0, 0.01f])).Apply(scores, 3);

        Assert.True(scores[1] >= scores[2] && scores[2] > scores[0]);
        Assert.Equal(1, scores.Sum(), 5);
    }
}
