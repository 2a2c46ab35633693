using MathNet.Numerics;

namespace Krm.Analytics.Evaluation;

/// <summary>Whether one classifier is better than another on the same cases, or the difference is chance.</summary>
/// <param name="Count">Cases both were judged on.</param>
/// <param name="OnlyFirstRight">Cases only the first had right.</param>
/// <param name="OnlySecondRight">Cases only the second had right.</param>
/// <param name="PValue">Two-sided exact probability of a difference at least as large if both were equally good, 0–1.</param>
/// <remarks>Exact McNemar test (McNemar, Psychometrika 12, 1947): a binomial test on the cases on which the two differ.</remarks>
public sealed record ModelComparison(int Count, int OnlyFirstRight, int OnlySecondRight, double PValue)
{
    /// <summary>Accuracy of the second less accuracy of the first, -1 to 1.</summary>
    public double Difference => (double)(OnlySecondRight - OnlyFirstRight) / Count;

    /// <summary>Compares two classifiers.</summary>
    /// <param name="first">Cases as judged with the first classifier.</param>
    /// <param name="second">The same cases in the same order, judged with the second.</param>
    /// <exception cref="ArgumentException">No case, different numbers of cases, or a case with another true category.</exception>
    public static ModelComparison Compare(IReadOnlyList<EvaluatedCase> first, IReadOnlyList<EvaluatedCase> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count == 0 || first.Count != second.Count)
        {
            throw new ArgumentException(
                $"Both classifiers need the same cases, at least one: the first has {first.Count}, the second {second.Count}.", nameof(second));
        }

        int onlyFirst = 0, onlySecond = 0;
        for (var index = 0; index < first.Count; index++)
        {
            if (!string.Equals(first[index].Actual, second[index].Actual, StringComparison.Ordinal))
            {
                throw new ArgumentException($"Case {index} has another true category in the second list: are they in the same order?", nameof(second));
            }

            var firstRight = string.Equals(first[index].Actual, first[index].Predicted, StringComparison.Ordinal);
            var secondRight = string.Equals(second[index].Actual, second[index].Predicted, StringComparison.Ordinal);
            onlyFirst += firstRight && !secondRight ? 1 : 0;
            onlySecond += secondRight && !firstRight ? 1 : 0;
        }

        return new ModelComparison(first.Count, onlyFirst, onlySecond, ExactPValue(onlyFirst, onlySecond));
    }

    private static double ExactPValue(int onlyFirst, int onlySecond)
    {
        var differing = onlyFirst + onlySecond;
        var fewer = Math.Min(onlyFirst, onlySecond);
        if (differing == 0 || onlyFirst == onlySecond)
        {
            return 1;
        }

        // P(X <= fewer) of a fair coin by the regularized incomplete beta function.
        return Math.Min(1, 2 * SpecialFunctions.BetaRegularized(differing - fewer, fewer + 1, 0.5));
    }
}
