using Krm.Analytics.MLNet.Training;

namespace Krm.Analytics.MLNet.Tests.Training;

public sealed class ScoreCalibrationTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(3)]
    public void Fit_ScoresSharpenedByAnExponent_FindsItsInverse(double sharpening)
    {
        // Of a hundred cases with true probabilities .7/.2/.1 exactly 70, 20 and 10 come true, and so on.
        var outcomes = new List<(float[], int)>();
        foreach (double[] truth in new[] { new[] { 0.7, 0.2, 0.1 }, [0.5, 0.3, 0.2], [0.1, 0.1, 0.8] })
        {
            var powers = truth.Select(probability => Math.Pow(probability, sharpening)).ToArray();
            var shown = powers.Select(power => (float)(power / powers.Sum())).ToArray();
            for (var place = 0; place < truth.Length; place++)
            {
                outcomes.AddRange(Enumerable.Repeat((shown, place), (int)Math.Round(truth[place] * 100)));
            }
        }

        var correction = ScoreCalibration.Fit(outcomes);

        Assert.Equal(1 / sharpening, correction.Exponent, 2e-3);
        Assert.Equal(0, correction.Doubt, 1e-3);
    }

    [Fact]
    public void Fit_SureModelOfNoisyLabels_FindsTheNoise()
    {
        // The model is sure of its category; of a hundred cases forty carry one of four by chance.
        var outcomes = new List<(float[], int)>();
        for (var place = 0; place < 4; place++)
        {
            outcomes.AddRange(Enumerable.Repeat(((float[])[0.97f, 0.01f, 0.01f, 0.01f], place), place == 0 ? 70 : 10));
        }

        var (exponent, doubt) = ScoreCalibration.Fit(outcomes);
        var power = Math.Pow(0.97, exponent);

        Assert.Equal(0.7, ((1 - doubt) * power / (power + (3 * Math.Pow(0.01, exponent)))) + (doubt / 4), 2e-3);
    }

    [Fact]
    public void Fit_ScoresOfZeroForTheTruth_StaysFinite()
    {
        var (exponent, doubt) = ScoreCalibration.Fit([([1f, 0f], 1), ([1f, 0f], 0)]);

        Assert.True(double.IsFinite(exponent) && doubt is >= 0 and <= 1);
    }
}
