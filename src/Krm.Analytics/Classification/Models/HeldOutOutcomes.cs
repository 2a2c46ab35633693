namespace Krm.Analytics.Classification.Models;

/// <summary>How sure the classifier was of cases it had not learnt from, and whether it was right; no text, no order of cases.</summary>
/// <param name="Steps">Confidences in steps of 1/32767, falling by size; below 0 for a wrong answer.</param>
internal sealed record HeldOutOutcomes(short[] Steps)
{
    /// <summary>Most outcomes kept; of more, evenly spaced ones by confidence.</summary>
    public const int MaximumCount = 8192;

    /// <summary>Packs outcomes.</summary>
    public static HeldOutOutcomes Pack(ReadOnlySpan<float> confidences, ReadOnlySpan<bool> correct)
    {
        var steps = new short[confidences.Length];
        for (var index = 0; index < steps.Length; index++)
        {
            var size = Math.Max(1, MathF.Round(confidences[index] * short.MaxValue));
            steps[index] = (short)(correct[index] ? size : -size);
        }

        // Equal sizes: the wrong one first, so that the order depends on nothing else.
        Array.Sort(steps, (left, right) => Math.Abs(left) != Math.Abs(right) ? Math.Abs(right).CompareTo(Math.Abs(left)) : left.CompareTo(right));
        var count = Math.Min(steps.Length, MaximumCount);
        return new HeldOutOutcomes([.. Enumerable.Range(0, count).Select(index => steps[(int)((long)index * steps.Length / count)])]);
    }

    /// <summary>The confidences, falling by size; below 0 for a wrong answer.</summary>
    public float[] ToSigned() => [.. Steps.Select(step => step / (float)short.MaxValue)];
}
