using Krm.Analytics.Classification.Models;

namespace Krm.Analytics.Classification.Training;

/// <summary>Fits by how much a category, when it is the best one, is right more often or less often than its confidence says.</summary>
/// <remarks>
/// Offsets that favour rare categories let them win where they are less probable than the scores say; one curve for all
/// categories cannot know. One intercept a category in a logistic regression on the log odds of the confidence, held near
/// 0 by a normal prior, so that rare categories move only as far as their cases speak for it.
/// </remarks>
internal static class CategoryOdds
{
    // Standard deviation of the prior one half, in log odds.
    private const double Penalty = 4;
    private const double LeastProbability = 1e-6;
    private const int Steps = 20;

    // Where all cases are certain and wrong the slope says nothing of how far to go.
    private const double LongestStep = 1;

    /// <summary>One factor on the odds a category, 1 for those that are never the best.</summary>
    /// <param name="confidences">Confidence of each case, 0–1.</param>
    /// <param name="best">The category it was given.</param>
    /// <param name="correct">Whether that was right.</param>
    /// <param name="categoryCount">Number of categories.</param>
    public static float[] Fit(ReadOnlySpan<float> confidences, ReadOnlySpan<int> best, ReadOnlySpan<bool> correct, int categoryCount)
    {
        var logOdds = new double[confidences.Length];
        for (var index = 0; index < logOdds.Length; index++)
        {
            var probability = Math.Clamp(confidences[index], LeastProbability, 1 - LeastProbability);
            logOdds[index] = Math.Log(probability / (1 - probability));
        }

        var shifts = new double[categoryCount];
        for (var step = 0; step < Steps; step++)
        {
            Improve(shifts, logOdds, best, correct);
        }

        var limit = Math.Log(ScoreScale.MaximumOdds);
        return [.. shifts.Select(shift => (float)Math.Exp(Math.Clamp(shift, -limit, limit)))];
    }

    /// <summary>One Newton step for each category; they do not depend on each other.</summary>
    private static void Improve(double[] shifts, double[] logOdds, ReadOnlySpan<int> best, ReadOnlySpan<bool> correct)
    {
        var slopes = new double[shifts.Length];
        var curvatures = new double[shifts.Length];
        for (var index = 0; index < logOdds.Length; index++)
        {
            var probability = 1 / (1 + Math.Exp(-logOdds[index] - shifts[best[index]]));
            slopes[best[index]] += probability - (correct[index] ? 1 : 0);
            curvatures[best[index]] += probability * (1 - probability);
        }

        for (var category = 0; category < shifts.Length; category++)
        {
            var step = (slopes[category] + (Penalty * shifts[category])) / (curvatures[category] + Penalty);
            shifts[category] -= Math.Clamp(step, -LongestStep, LongestStep);
        }
    }
}
