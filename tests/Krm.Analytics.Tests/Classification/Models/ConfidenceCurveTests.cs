using Krm.Analytics.Classification.Models;
using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Tests.Classification.Models;

public sealed class ConfidenceCurveTests
{
    [Fact]
    public void Fit_OverconfidentScores_ComesCloseToTheTruth()
    {
        var generator = new SeededGenerator(4);
        var raw = new float[4000];
        var correct = new bool[raw.Length];
        for (var index = 0; index < raw.Length; index++)
        {
            raw[index] = (float)generator.NextDouble();
            correct[index] = generator.NextDouble() < Truth(raw[index]);
        }

        var curve = ConfidenceCurve.Fit(raw, correct);

        Assert.All(Enumerable.Range(1, 9).Select(tenth => tenth / 10f), value => Assert.InRange(curve.Map(value), Truth(value) - 0.08, Truth(value) + 0.08));
    }

    [Fact]
    public void Map_AnyCurve_NeverFallsAndStaysAProbability()
    {
        var generator = new SeededGenerator(8);
        var raw = Enumerable.Range(0, 700).Select(_ => (float)generator.NextDouble()).ToArray();
        var correct = raw.Select(value => generator.NextDouble() > value).ToArray();

        var curve = ConfidenceCurve.Fit(raw, correct);

        var mapped = Enumerable.Range(0, 1001).Select(step => curve.Map(step / 1000f)).ToArray();
        Assert.Equal(mapped.Order(), mapped);
        Assert.All(mapped, value => Assert.InRange(value, 0, 1));
    }

    [Fact]
    public void Fit_FewCases_ChangesNothing()
    {
        Assert.Equal(0.37f, ConfidenceCurve.Fit([0.2f, 0.9f], [true, false]).Map(0.37f), 6);
    }

    private static double Truth(float raw) => 0.2 + (0.6 * raw);
}
