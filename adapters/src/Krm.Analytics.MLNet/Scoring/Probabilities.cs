using Microsoft.ML.Data;

namespace Krm.Analytics.MLNet.Scoring;

/// <summary>Scores of a model as probabilities.</summary>
internal static class Probabilities
{
    private const float Tolerance = 1e-3f;

    /// <summary>Probabilities that add up to 1; scores that are none (margins, say) go through the softmax function.</summary>
    public static float[] From(in VBuffer<float> scores)
    {
        var values = scores.DenseValues().ToArray();
        if (Array.Exists(values, value => !float.IsFinite(value)))
        {
            Array.Fill(values, 1f / values.Length);
            return values;
        }

        if (!AreProbabilities(values))
        {
            var largest = values.Max();
            for (var place = 0; place < values.Length; place++)
            {
                values[place] = MathF.Exp(values[place] - largest);
            }
        }

        var sum = values.Sum();
        for (var place = 0; place < values.Length; place++)
        {
            values[place] /= sum;
        }

        return values;
    }

    /// <summary>Whether scores are probabilities already.</summary>
    public static bool AreProbabilities(ReadOnlySpan<float> values)
    {
        var sum = 0f;
        foreach (var value in values)
        {
            if (value is < 0 or > 1 + Tolerance)
            {
                return false;
            }

            sum += value;
        }

        return MathF.Abs(sum - 1) <= Tolerance;
    }
}
