using Krm.Analytics.Classification.Models;
using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Tests.Classification.Models;

public sealed class AbstentionRuleTests
{
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.1)]
    [InlineData(0.2)]
    public void FindThreshold_TwoHundredResamples_KeepsThePromise(double errorRate)
    {
        var generator = new SeededGenerator(11);
        var broken = 0;
        var sum = 0.0;
        for (var resample = 0; resample < 200; resample++)
        {
            var threshold = AbstentionRule.FindThreshold(Draw(generator, 1500), errorRate);
            var fresh = Draw(generator, 4000).Where(outcome => Math.Abs(outcome) >= threshold).ToArray();
            var error = fresh.Length == 0 ? 0 : (double)fresh.Count(outcome => outcome < 0) / fresh.Length;
            sum += error;
            var samplingError = fresh.Length == 0 ? 0 : 2 * Math.Sqrt(errorRate * (1 - errorRate) / fresh.Length);
            broken += error > errorRate + samplingError ? 1 : 0;
        }

        Assert.True(sum / 200 <= errorRate, $"mean error {sum / 200}");
        Assert.True(broken <= 200 * AbstentionRule.Risk, $"{broken} of 200 above the rate");
    }

    [Fact]
    public void FindThreshold_AllRight_AnswersAll()
    {
        Assert.Equal(0, AbstentionRule.FindThreshold([.. Enumerable.Repeat(0.9f, 500)], 0.05));
    }

    [Fact]
    public void FindThreshold_TooFewOutcomes_AnswersNone()
    {
        Assert.Equal(double.PositiveInfinity, AbstentionRule.FindThreshold([0.9f, 0.8f, 0.7f], 0.05));
    }

    [Fact]
    public void WithErrorRate_UnreachableRate_AbstainsFromAll()
    {
        var classifier = SampleClassifier.Shared.WithErrorRate(1e-6);

        Assert.True(classifier.Classify("Sperrmüll und Matratze vor dem Haus").IsAbstained);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void WithErrorRate_OutsideRange_Throws(double errorRate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleClassifier.Shared.WithErrorRate(errorRate));
    }

    private static float[] Draw(SeededGenerator generator, int count)
    {
        var outcomes = new float[count];
        for (var index = 0; index < count; index++)
        {
            var confidence = (float)((0.3 + (0.7 * generator.NextDouble())));
            outcomes[index] = generator.NextDouble() < confidence ? confidence : -confidence;
        }

        Array.Sort(outcomes, (left, right) => Math.Abs(right).CompareTo(Math.Abs(left)));
        return outcomes;
    }
}
