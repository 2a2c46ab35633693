using Krm.Analytics.Classification.Models;

namespace Krm.Analytics.Classification.Training;

/// <summary>Fits how scores turn into probabilities, on scores of texts that were not learnt from.</summary>
/// <remarks>
/// First a steepness for all scores (temperature scaling: Guo, Pleiss, Sun and Weinberger, On Calibration of Modern Neural
/// Networks, ICML 2017), then the <see cref="ConfidenceCurve"/>, then the <see cref="CategoryOdds"/>.
/// </remarks>
internal static class ScoreCalibration
{
    private const double LowestLogSteepness = -3;
    private const double HighestLogSteepness = 2.5;
    private const int Refinements = 40;

    /// <summary>The scale, and what the texts it was fitted to look like on it.</summary>
    public static (ScoreScale Scale, HeldOutOutcomes Outcomes) Fit(ReadOnlySpan<float> scores, int stride, ReadOnlySpan<int> labels, int categoryCount)
    {
        var steepness = FitSteepness(scores, stride, labels, categoryCount);
        var raw = new float[labels.Length];
        var best = new int[labels.Length];
        var correct = new bool[labels.Length];
        var row = new float[ScoreScale.LengthFor(categoryCount)];
        for (var text = 0; text < labels.Length; text++)
        {
            scores.Slice(text * stride, categoryCount).CopyTo(row);
            (best[text], var others) = ScoreScale.Exponentiate(row, categoryCount, steepness);
            raw[text] = 1 / (1 + others);
            correct[text] = best[text] == labels[text];
        }

        var curve = ConfidenceCurve.Fit(raw, correct);
        var scale = new ScoreScale(steepness, curve, CategoryOdds.Fit([.. raw.Select(curve.Map)], best, correct, categoryCount));
        var confidences = new float[labels.Length];
        for (var text = 0; text < labels.Length; text++)
        {
            scores.Slice(text * stride, categoryCount).CopyTo(row);
            scale.Apply(row, categoryCount);
            confidences[text] = row[best[text]];
        }

        return (scale, HeldOutOutcomes.Pack(confidences, correct));
    }

    /// <summary>The steepness of highest likelihood, by golden-section search over its logarithm.</summary>
    private static float FitSteepness(ReadOnlySpan<float> scores, int stride, ReadOnlySpan<int> labels, int categoryCount)
    {
        var ratio = (Math.Sqrt(5) - 1) / 2;
        double low = LowestLogSteepness, high = HighestLogSteepness;
        for (var step = 0; step < Refinements; step++)
        {
            var left = high - (ratio * (high - low));
            var right = low + (ratio * (high - low));
            if (Loss(scores, stride, labels, categoryCount, left) < Loss(scores, stride, labels, categoryCount, right))
            {
                high = right;
            }
            else
            {
                low = left;
            }
        }

        return (float)Math.Exp((low + high) / 2);
    }

    public static int IndexOfMaximum(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var index = 1; index < scores.Length; index++)
        {
            if (scores[index] > scores[best])
            {
                best = index;
            }
        }

        return best;
    }

    private static double Loss(ReadOnlySpan<float> scores, int stride, ReadOnlySpan<int> labels, int categoryCount, double logSteepness)
    {
        var steepness = Math.Exp(logSteepness);
        var loss = 0.0;
        for (var text = 0; text < labels.Length; text++)
        {
            var row = scores.Slice(text * stride, categoryCount);
            double maximum = row[IndexOfMaximum(row)];
            var sum = 0.0;
            foreach (var score in row)
            {
                sum += Math.Exp((score - maximum) * steepness);
            }

            loss += Math.Log(sum) - ((row[labels[text]] - maximum) * steepness);
        }

        return loss;
    }
}
