using Krm.Analytics.Classification.Training;
using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Tests.Classification.Training;

public sealed class CategoryOddsTests
{
    [Fact]
    public void Fit_CategoryRightLessOften_LowersItAndRaisesTheOther()
    {
        // One curve says .7 of both; the first is right in half of its cases, the second in nine of ten.
        var (confidences, best, correct) = Cases((0, 2000, 0.7f, 0.5), (1, 2000, 0.7f, 0.9));

        var odds = CategoryOdds.Fit(confidences, best, correct, 2);

        Assert.Equal(0.5, Shifted(0.7, odds[0]), 2);
        Assert.Equal(0.9, Shifted(0.7, odds[1]), 2);
    }

    [Fact]
    public void Fit_FewCases_HardlyMoves()
    {
        var (confidences, best, correct) = Cases((0, 4, 0.7f, 0.5), (1, 2000, 0.7f, 0.7));

        var odds = CategoryOdds.Fit(confidences, best, correct, 3);

        Assert.InRange(Shifted(0.7, odds[0]), 0.6, 0.69);
        Assert.Equal(1, odds[1], 2);
        Assert.Equal(1, odds[2]);
    }

    [Fact]
    public void Fit_CertainAndAlwaysWrong_StaysWithinBounds()
    {
        var (confidences, best, correct) = Cases((0, 100_000, 1f, 0), (1, 100_000, 0f, 1));

        var odds = CategoryOdds.Fit(confidences, best, correct, 2);

        Assert.Equal(0.001, odds[0], 6);
        Assert.Equal(1000, odds[1], 2);
    }

    [Fact]
    public void Fit_HonestConfidences_ChangesLittle()
    {
        var generator = new SeededGenerator(7);
        var confidences = Enumerable.Range(0, 20_000).Select(_ => (float)generator.NextDouble()).ToArray();
        var best = confidences.Select((_, index) => index % 5).ToArray();
        var correct = confidences.Select(confidence => generator.NextDouble() < confidence).ToArray();

        Assert.All(CategoryOdds.Fit(confidences, best, correct, 5), odds => Assert.InRange(odds, 0.85, 1.18));
    }

    private static double Shifted(double probability, double odds) => probability * odds / (1 + (probability * (odds - 1)));

    private static (float[] Confidences, int[] Best, bool[] Correct) Cases(params (int Category, int Count, float Confidence, double Right)[] groups)
    {
        var cases = groups.SelectMany(group => Enumerable.Range(0, group.Count)
            .Select(index => (group.Confidence, group.Category, IsCorrect: index < group.Right * group.Count))).ToArray();
        return ([.. cases.Select(one => one.Confidence)], [.. cases.Select(one => one.Category)], [.. cases.Select(one => one.IsCorrect)]);
    }
}
