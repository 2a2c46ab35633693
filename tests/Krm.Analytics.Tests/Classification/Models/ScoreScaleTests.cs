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

        new ScoreScale(Steepness, ConfidenceCurve.Identity, Even(categoryCount)).Apply(scores, categoryCount);

        Assert.All(scores.Take(categoryCount).Zip(powers), item => Assert.Equal(item.Second / powers.Sum(), item.First, 5));
        Assert.All(scores.Skip(categoryCount), score => Assert.Equal(0, score));
    }

    [Fact]
    public void Apply_CurveBelowTheSecond_OrderStaysAndSumIsOne()
    {
        var scores = new float[ScoreScale.LengthFor(3)];
        new[] { 0.2f, 1, 0.9f }.CopyTo(scores, 0);

        new ScoreScale(1, new ConfidenceCurve([0, 1], [0, 0.01f]), Even(3)).Apply(scores, 3);

        Assert.True(scores[1] >= scores[2] && scores[2] > scores[0]);
        Assert.Equal(1, scores.Sum(), 5);
    }

    [Fact]
    public void Apply_OddsOfTheBest_AreMultiplied()
    {
        var scores = new float[ScoreScale.LengthFor(3)];
        new[] { 0f, MathF.Log(4), 0 }.CopyTo(scores, 0);

        // Two thirds are odds of two to one; three times as good is six to one.
        new ScoreScale(1, ConfidenceCurve.Identity, [1, 3, 1]).Apply(scores, 3);

        Assert.Equal(6 / 7f, scores[1], 5);
        Assert.Equal(1 / 14f, scores[0], 5);
        Assert.Equal(1 / 14f, scores[2], 5);
    }

    [Fact]
    public void Apply_BestLessProbableThanTheSecond_StaysJustAboveItAndKeepsItsOrder()
    {
        var scale = new ScoreScale(1, ConfidenceCurve.Identity, [0.1f, 1]);

        var nearer = Confidence(0.1f);
        var surer = Confidence(1);

        Assert.InRange(nearer, 0.5f, 0.501f);
        Assert.InRange(surer, nearer, 0.501f);
        Assert.NotEqual(nearer, surer);

        float Confidence(float lead)
        {
            var scores = new float[ScoreScale.LengthFor(2)];
            scores[0] = lead;
            scale.Apply(scores, 2);
            Assert.True(scores[0] > scores[1]);
            return scores[0];
        }
    }

    private static float[] Even(int categoryCount) => [.. Enumerable.Repeat(1f, categoryCount)];
}
