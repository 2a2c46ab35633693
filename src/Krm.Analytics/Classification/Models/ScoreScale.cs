using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Krm.Analytics.Classification.Models;

/// <summary>Turns scores into probabilities; immutable.</summary>
/// <param name="Steepness">Turns differences of scores into log odds.</param>
/// <param name="Curve">Corrects the probability of the best category, whichever it is.</param>
/// <param name="Odds">For each category, by how much its odds are better than the curve says when it is the best; see <see cref="MaximumOdds"/>.</param>
internal sealed record ScoreScale(float Steepness, ConfidenceCurve Curve, float[] Odds)
{
    /// <summary>Largest of <see cref="Odds"/>, and its inverse the smallest.</summary>
    public const float MaximumOdds = 1000;

    // A best category that is less probable than the second stays just above it, the more so the more probable it is.
    private const float Trace = 1e-3f;

    // Keeps hopeless categories above zero, so that the others can always be shared out.
    private const float LeastExponent = -30;

    /// <summary>Length of a buffer for scores: the categories, filled up to whole vectors.</summary>
    public static int LengthFor(int categoryCount) => (categoryCount + Vector512<float>.Count - 1) / Vector512<float>.Count * Vector512<float>.Count;

    /// <summary>exp(steepness · (score - highest score)), in place; the best category and what fills up the buffer become 0.</summary>
    /// <param name="scores">The scores, <see cref="LengthFor"/> long.</param>
    /// <param name="categoryCount">How many of them count.</param>
    /// <param name="steepness">Turns differences of scores into log odds.</param>
    /// <returns>The best category and the sum over the others; the best one has 1.</returns>
    public static (int Best, float Others) Exponentiate(Span<float> scores, int categoryCount, float steepness)
    {
        scores[categoryCount..].Fill(float.NegativeInfinity);
        var vectors = MemoryMarshal.Cast<float, Vector512<float>>(scores);
        var highest = Highest(vectors);
        var best = scores.IndexOf(highest);
        foreach (ref var vector in vectors)
        {
            vector = Vector512.Exp(Vector512.MaxNative((vector - Vector512.Create(highest)) * steepness, Vector512.Create(LeastExponent)));
        }

        scores[categoryCount..].Clear();
        scores[best] = 0;
        var others = 0f;
        foreach (var vector in vectors)
        {
            others += Vector512.Sum(vector);
        }

        return (best, others);
    }

    /// <summary>Turns scores into probabilities in place; the order of the categories stays.</summary>
    /// <param name="scores">The scores, <see cref="LengthFor"/> long.</param>
    /// <param name="categoryCount">How many of them count.</param>
    public void Apply(Span<float> scores, int categoryCount)
    {
        var (best, others) = Exponentiate(scores, categoryCount, Steepness);
        var calibrated = 1f;
        if (others > 0)
        {
            // The second keeps its share of what the best one leaves, and must not overtake it.
            var vectors = MemoryMarshal.Cast<float, Vector512<float>>(scores);
            var second = Highest(vectors);
            calibrated = Shift(Curve.Map(1 / (1 + others)), Odds[best]);
            var least = second / (others + second);
            calibrated = Math.Max(calibrated, least + ((1 - least) * calibrated * Trace));
            foreach (ref var vector in vectors)
            {
                vector *= (1 - calibrated) / others;
            }
        }

        scores[best] = calibrated;
    }

    /// <summary>The two categories with the highest probabilities, the first ones among equals; -1 for the second if there is none.</summary>
    /// <param name="probabilities">The probabilities, <see cref="LengthFor"/> long.</param>
    /// <param name="categoryCount">How many of them count.</param>
    public static (int First, int Second) FindBestTwo(Span<float> probabilities, int categoryCount)
    {
        const float Less = -1;
        probabilities[categoryCount..].Fill(Less);
        var vectors = MemoryMarshal.Cast<float, Vector512<float>>(probabilities);
        var highest = Highest(vectors);
        var first = probabilities.IndexOf(highest);
        if (categoryCount == 1)
        {
            return (first, -1);
        }

        probabilities[first] = Less;
        var second = probabilities.IndexOf(Highest(vectors));
        probabilities[first] = highest;
        return (first, second);
    }

    /// <summary>A probability with its odds multiplied.</summary>
    private static float Shift(float probability, float odds) => probability * odds / (1 + (probability * (odds - 1)));

    private static float Highest(ReadOnlySpan<Vector512<float>> vectors)
    {
        var highest = vectors[0];
        foreach (var vector in vectors[1..])
        {
            highest = Vector512.MaxNative(highest, vector);
        }

        var half = Vector256.MaxNative(highest.GetLower(), highest.GetUpper());
        var quarter = Vector128.MaxNative(half.GetLower(), half.GetUpper());
        quarter = Vector128.MaxNative(quarter, Vector128.Shuffle(quarter, Vector128.Create(2, 3, 0, 1)));
        quarter = Vector128.MaxNative(quarter, Vector128.Shuffle(quarter, Vector128.Create(1, 0, 3, 2)));
        return quarter.ToScalar();
    }
}
