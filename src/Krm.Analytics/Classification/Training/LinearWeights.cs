using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Krm.Analytics.Classification.Training;

/// <summary>Learnt weights, one row a feature, the last row the bias; each row filled up to whole vectors.</summary>
internal sealed record LinearWeights(float[] Values, int Stride, int CategoryCount)
{
    /// <summary>The categories filled up to whole vectors of eight.</summary>
    public static int StrideFor(int categoryCount) => (categoryCount + 7) & ~7;

    /// <summary>The scores of a text, one a category, written to the first <see cref="CategoryCount"/> places.</summary>
    /// <param name="indices">Features of the text.</param>
    /// <param name="values">Their values.</param>
    /// <param name="scores">Receives the scores; <see cref="Stride"/> long.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(ReadOnlySpan<int> indices, ReadOnlySpan<float> values, Span<float> scores)
    {
        ref var weight = ref MemoryMarshal.GetArrayDataReference(Values);
        for (var lane = 0; lane < Stride; lane += Vector256<float>.Count)
        {
            var sum = Vector256.LoadUnsafe(ref weight, (nuint)(Values.Length - Stride + lane));
            for (var position = 0; position < indices.Length; position++)
            {
                sum += Vector256.LoadUnsafe(ref weight, (nuint)((indices[position] * Stride) + lane)) * values[position];
            }

            sum.CopyTo(scores[lane..]);
        }
    }

    /// <summary>Adds other weights, each feature multiplied by its own factor.</summary>
    /// <param name="other">Weights over the same features and categories.</param>
    /// <param name="share">Factor of the whole.</param>
    /// <param name="factors">Factor of each feature; empty for 1.</param>
    public void Add(LinearWeights other, float share, ReadOnlySpan<float> factors)
    {
        ref var weight = ref MemoryMarshal.GetArrayDataReference(Values);
        ref var added = ref MemoryMarshal.GetArrayDataReference(other.Values);
        for (var position = 0; position < Values.Length; position += Vector256<float>.Count)
        {
            var row = position / Stride;
            var factor = share * (row < factors.Length ? factors[row] : 1);
            var sum = Vector256.LoadUnsafe(ref weight, (nuint)position) + (Vector256.LoadUnsafe(ref added, (nuint)position) * factor);
            sum.StoreUnsafe(ref weight, (nuint)position);
        }
    }
}
