using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Krm.Analytics.Text;

namespace Krm.Analytics.Classification.Models;

/// <summary>The features of one kind with their weights, found by hash; immutable.</summary>
/// <remarks>
/// Weights stay one byte each and lie beside what they are multiplied by: a text touches thousands of rows all over the
/// table, so what costs time is memory, not arithmetic.
/// </remarks>
internal sealed class WeightTable
{
    private const int UnitOffset = 0;
    private const int SquareOffset = sizeof(float);
    private const int StepsOffset = 2 * sizeof(float);

    private readonly FeatureTable _features;
    private readonly byte[] _rows;
    private readonly int _stride;
    private readonly int _rowLength;

    /// <param name="features">The features.</param>
    /// <param name="textCount">Number of training texts.</param>
    /// <param name="stride">Number of values a row takes.</param>
    public WeightTable(FeatureRows features, int textCount, int stride)
    {
        _features = new FeatureTable(features.Hashes);
        _stride = stride;
        _rowLength = StepsOffset + stride;
        _rows = new byte[features.Count * _rowLength];
        var squares = SquaresOf(features, textCount);
        var width = features.Weights.Width;
        for (var row = 0; row < features.Count; row++)
        {
            var bytes = _rows.AsSpan(row * _rowLength, _rowLength);
            MemoryMarshal.Write(bytes[UnitOffset..], (float)features.Weights.Units[row]);
            MemoryMarshal.Write(bytes[SquareOffset..], squares[row]);
            MemoryMarshal.AsBytes(features.Weights.Steps.AsSpan(row * width, width)).CopyTo(bytes[StepsOffset..]);
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

        ref var bytes = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_rows), row * _rowLength);
        var unit = Vector256.Create(Unsafe.ReadUnaligned<float>(ref Unsafe.Add(ref bytes, UnitOffset)));
        ref var sum = ref MemoryMarshal.GetReference(sums);
        for (var lane = 0; lane < _stride; lane += Vector256<float>.Count)
        {
            var steps = Vector128.CreateScalar(Unsafe.ReadUnaligned<long>(ref Unsafe.Add(ref bytes, StepsOffset + lane))).AsSByte();
            var (lower, upper) = Vector128.Widen(Vector128.WidenLower(steps));
            var added = Vector256.ConvertToSingle(Vector256.Create(lower, upper)) * unit * factor;
            (Vector256.LoadUnsafe(ref sum, (nuint)lane) + added).StoreUnsafe(ref sum, (nuint)lane);
        }

        return Unsafe.ReadUnaligned<float>(ref Unsafe.Add(ref bytes, SquareOffset));
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
