using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Krm.Analytics.Text;

namespace Krm.Analytics.Classification.Models;

/// <summary>The features of one kind with their weights, unpacked and found by hash; immutable.</summary>
internal sealed class WeightTable
{
    private readonly FeatureTable _features;
    private readonly float[] _weights;
    private readonly float[] _squares;
    private readonly int _stride;

    /// <param name="features">The features.</param>
    /// <param name="textCount">Number of training texts.</param>
    /// <param name="stride">Number of values a row takes.</param>
    public WeightTable(FeatureRows features, int textCount, int stride)
    {
        _features = new FeatureTable(features.Hashes);
        _squares = SquaresOf(features, textCount);
        _stride = stride;
        _weights = new float[features.Count * stride];
        for (var row = 0; row < features.Count; row++)
        {
            features.Weights.Unpack(row, _weights.AsSpan(row * stride));
        }
    }

    /// <summary>Adds the weights of counted features and returns their squared length.</summary>
    /// <param name="sums">What is added to; at least one stride long.</param>
    /// <param name="terms">The features.</param>
    public float Add(Span<float> sums, DistinctHashes terms)
    {
        var norm = 0f;
        for (var index = 0; index < terms.Count; index++)
        {
            var frequency = TermWeighting.Frequency(terms.Counts[index]);
            norm += frequency * frequency * Add(sums, terms.Hashes[index], frequency);
        }

        return norm;
    }

    /// <summary>Adds the weights of one feature and returns its squared length without the factor; 0 if unknown.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Add(Span<float> sums, ulong hash, float factor)
    {
        var row = _features.Find(FeatureHash.Compact(hash));
        if (row < 0)
        {
            return 0;
        }

        AddRow(sums, _weights, row * _stride, factor, _stride);
        return _squares[row];
    }

    /// <summary>Adds a row of weights, multiplied by a factor; length in whole vectors of eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddRow(Span<float> sums, float[] weights, int offset, float factor, int length)
    {
        ref var weight = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(weights), offset);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        for (var lane = 0; lane < length; lane += Vector256<float>.Count)
        {
            var added = Vector256.LoadUnsafe(ref weight, (nuint)lane) * factor;
            (Vector256.LoadUnsafe(ref sum, (nuint)lane) + added).StoreUnsafe(ref sum, (nuint)lane);
        }
    }

    /// <summary>The squared inverse document frequency of each feature.</summary>
    public static float[] SquaresOf(FeatureRows features, int textCount)
    {
        var squares = new float[features.Count];
        for (var row = 0; row < squares.Length; row++)
        {
            var inverse = TermWeighting.InverseDocumentFrequency(textCount, features.DocumentFrequencies[row]);
            squares[row] = inverse * inverse;
        }

        return squares;
    }
}
