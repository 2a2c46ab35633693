using Krm.Analytics.Classification;
using Krm.Analytics.Evaluation;
using Krm.Analytics.Tests.Classification;

namespace Krm.Analytics.Tests.Evaluation;

public sealed class JudgementTests
{
    private static readonly EvaluatedCase Right = new("a", "a", 0.9);
    private static readonly EvaluatedCase Wrong = new("a", "b", 0.6);

    [Fact]
    public void BootstrapAccuracy_HundredCases_HasTheWidthOfABinomial()
    {
        EvaluatedCase[] cases = [.. Enumerable.Repeat(Right, 80), .. Enumerable.Repeat(Wrong, 20)];

        var interval = Bootstrap.Accuracy(cases, seed: 1);

        Assert.Equal(0.8, interval.Value, 12);
        Assert.InRange(interval.Low, 0.69, 0.75);
        Assert.InRange(interval.High, 0.85, 0.90);
        Assert.Equal(interval, Bootstrap.Accuracy(cases, seed: 1));
    }

    [Theory]
    [InlineData(0, 0, 1.0)]
    [InlineData(5, 0, 0.0625)]
    [InlineData(1, 9, 0.021484375)]
    [InlineData(4, 4, 1.0)]
    public void Compare_DifferingCases_ExactMcNemar(int onlyFirst, int onlySecond, double expected)
    {
        EvaluatedCase[] first = [Right, .. Enumerable.Repeat(Right, onlyFirst), .. Enumerable.Repeat(Wrong, onlySecond)];
        EvaluatedCase[] second = [Right, .. Enumerable.Repeat(Wrong, onlyFirst), .. Enumerable.Repeat(Right, onlySecond)];

        var comparison = ModelComparison.Compare(first, second);

        Assert.Equal(expected, comparison.PValue, 9);
        Assert.Equal((double)(onlySecond - onlyFirst) / first.Length, comparison.Difference, 12);
    }

    [Fact]
    public void Compare_OtherCases_Throws()
    {
        Assert.Throws<ArgumentException>(() => ModelComparison.Compare([Right], [Right, Right]));
        Assert.Throws<ArgumentException>(() => ModelComparison.Compare([Right], [new("b", "b", 1)]));
    }

    [Fact]
    public void Drift_SameKindOfTexts_IsNone()
    {
        var report = DriftReport.Compare(SampleClassifier.Shared, TextsOf(1, _ => true), TextsOf(2, _ => true));

        Assert.False(report.HasDrifted && report.CategoryShift > 1.5 * report.ExpectedCategoryShift);
        Assert.InRange(report.ConfidenceChange, -0.05, 0.05);
    }

    [Fact]
    public void Drift_OtherTopics_IsSeen()
    {
        var report = DriftReport.Compare(SampleClassifier.Shared, TextsOf(1, _ => true), TextsOf(2, category => category is "Müll" or "Grün"));

        Assert.True(report.HasDrifted);
        Assert.True(report.CategoryShift > report.ExpectedCategoryShift);
    }

    [Fact]
    public void SuggestForLabeling_AmbiguousText_ComesFirst()
    {
        string[] texts = ["Sperrmüll Matratze vor dem Haus", "Auto im Rasen", "AUTO im Rasen!", "Schlagloch Fahrbahn"];

        var suggested = LabelReview.SuggestForLabeling(SampleClassifier.Shared, texts, 4);

        Assert.Equal(1, suggested[0]);
        Assert.DoesNotContain(2, suggested);
    }

    [Fact]
    public void FindSuspects_SwappedLabel_IsFound()
    {
        var cases = SampleCases.Create(300);
        var swapped = Array.FindIndex(cases, item => item.Category == "Müll");
        cases[swapped] = cases[swapped] with { Category = "Parken" };

        var suspects = LabelReview.FindSuspects(cases, new TrainingOptions { Folds = 3 });

        Assert.Contains(suspects, suspect => suspect.Index == swapped && suspect.Suggested == "Müll");
        Assert.True(suspects.Count < 15, $"{suspects.Count} suspects");
    }

    [Fact]
    public void LearningCurve_MoreCases_MoreAccurate()
    {
        var points = LearningCurve.Measure(SampleCases.Create(300), new TrainingOptions { Folds = 3 });

        Assert.Equal(4, points.Count);
        Assert.Equal(points.OrderBy(point => point.CaseCount), points);
        Assert.True(points[^1].Accuracy >= points[0].Accuracy);
    }

    private static string[] TextsOf(int seed, Func<string?, bool> filter) =>
        [.. SampleCases.Create(600, seed).Where(item => filter(item.Category)).Take(200).Select(item => item.Text)];
}
