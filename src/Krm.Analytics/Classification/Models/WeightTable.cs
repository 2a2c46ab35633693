using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Krm.Analytics.Text;

namespace Krm.Analytics.Classification.Models;

/// <summary>Features with their weights, found by hash; immutable.</summary>
/// <remarks>
/// A row has one or two parts, the second being the sum over the feature's pieces. Weights stay one byte each and lie beside
/// what they are multiplied by: texts touch thousands of rows all over the table, so what costs time is memory, not arithmetic.
/// Therefore features are first all found and then all added, both without branches that would have to wait for memory.
/// </remarks>
internal sealed class WeightTable
{
    private const int UnitOffset = 0;
    private const int SquareOffset = sizeof(float);
    private const int StepsOffset = 2 * sizeof(float);

    private readonly FeatureTable _features;
    private readonly byte[] _rows;
    private readonly int _stride;
    private readonly int _partLength;
    private readonly int _rowLength;

    private WeightTable(uint[] hashes, int stride, params ReadOnlySpan<(float[] Squares, PackedRows Weights)> parts)
    {
        _features = new FeatureTable(hashes);
        _stride = stride;
        _partLength = StepsOffset + stride;
        _rowLength = parts.Length * _partLength;
        _rows = new byte[hashes.Length * _rowLength];
        for (var part = 0; part < parts.Length; part++)
        {
            var (squares, weights) = parts[part];
            for (var row = 0; row < hashes.Length; row++)
            {
                var bytes = _rows.AsSpan((row * _rowLength) + (part * _partLength), _partLength);
                MemoryMarshal.Write(bytes[UnitOffset..], (float)weights.Units[row]);
                MemoryMarshal.Write(bytes[SquareOffset..], squares[row]);
                MemoryMarshal.AsBytes(weights.Steps.AsSpan(row * weights.Width, weights.Width)).CopyTo(bytes[StepsOffset..]);
            }
        }
    }

    /// <summary>Features that stand for themselves.</summary>
    public static WeightTable Of(FeatureRows features, int textCount, int stride) =>
        new(features.Hashes, stride, (SquaresOf(features, textCount), features.Weights));

    /// <summary>Features with the sums over their pieces as second part.</summary>
    public static WeightTable Of(FeatureRows features, PieceSums pieces, int textCount, int stride) =>
        new(features.Hashes, stride, (SquaresOf(features, textCount), features.Weights), (pieces.Squares, pieces.Weights));

    /// <summary>Pieces.</summary>
    public static WeightTable Of(PieceRows pieces, int stride) =>
        new(pieces.Hashes, stride, ([.. pieces.Squares.Select(square => (float)square)], pieces.Weights));

    /// <summary>Finds the rows of features, -1 for what is unknown.</summary>
    /// <param name="hashes">The features.</param>
    /// <param name="rows">Receives the rows; as long.</param>
    public void Find(ReadOnlySpan<ulong> hashes, Span<int> rows) => _features.Find(hashes, rows);

    /// <summary>Adds weights, each row multiplied by its factor, and returns their squared length.</summary>
    /// <param name="sums">What is added to; at least one stride long.</param>
    /// <param name="rows">The rows, all known.</param>
    /// <param name="factors">Their factors; as long.</param>
    /// <param name="part">0 for the features themselves, 1 for their pieces.</param>
    public float Add(Span<float> sums, ReadOnlySpan<int> rows, ReadOnlySpan<float> factors, int part)
    {
        var norm = 0f;
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_rows), part * _partLength);
        for (var index = 0; index < rows.Length; index++)
        {
            norm += Unsafe.ReadUnaligned<float>(ref Unsafe.Add(ref first, (rows[index] * _rowLength) + SquareOffset)) * factors[index] * factors[index];
        }

        for (var lane = 0; lane < _stride; lane += Vector512<float>.Count)
        {
            var lanes = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(sums), (nuint)lane);
            for (var index = 0; index < rows.Length; index++)
            {
                ref var row = ref Unsafe.Add(ref first, rows[index] * _rowLength);
                var scale = Unsafe.ReadUnaligned<float>(ref Unsafe.Add(ref row, UnitOffset)) * factors[index];
                var steps = Unsafe.ReadUnaligned<Vector128<sbyte>>(ref Unsafe.Add(ref row, StepsOffset + lane));
                var wide = Vector512.WidenLower(Vector256.WidenLower(steps.ToVector256Unsafe()).ToVector512Unsafe());
                lanes += Vector512.ConvertToSingle(wide) * scale;
            }

            lanes.StoreUnsafe(ref MemoryMarshal.GetReference(sums), (nuint)lane);
        }

        return norm;
    }

    /// <summary>Adds the known ones among pieces: of each chain the longest, which holds those it extends.</summary>
    /// <param name="sums">What is added to; at least one stride long.</param>
    /// <param name="chains">The pieces.</param>
    /// <param name="factor">What they are multiplied by.</param>
    /// <returns>Their squared length and the number of known pieces.</returns>
    public (float Norm, int Known) Add(Span<float> sums, HashChains chains, float factor)
    {
        Span<int> rows = stackalloc int[HashChains.BlockLength];
        Span<int> longest = stackalloc int[HashChains.BlockLength];
        Span<float> factors = stackalloc float[HashChains.BlockLength];
        factors.Fill(factor);
        var (norm, known, isNextExtension) = (0f, 0, 0UL);
        for (var start = (chains.Count - 1) & -HashChains.BlockLength; start >= 0; start -= HashChains.BlockLength)
        {
            var hashes = chains.Hashes[start..Math.Min(chains.Count, start + HashChains.BlockLength)];
            Find(hashes, rows);
            var found = ~SignBits(rows) & (ulong.MaxValue >> (HashChains.BlockLength - hashes.Length));
            var extensions = chains.ExtensionsFrom(start);
            var extended = found & extensions;
            var last = found & ~((extended >> 1) | (isNextExtension << 63));
            isNextExtension = extended & 1;
            known += BitOperations.PopCount(found);
            var count = 0;
            for (; last != 0; last &= last - 1)
            {
                longest[count++] = rows[BitOperations.TrailingZeroCount(last)];
            }

            norm += Add(sums, longest[..count], factors, 0);
        }

        return (norm, known);
    }

    private static ulong SignBits(ReadOnlySpan<int> rows)
    {
        ref var row = ref MemoryMarshal.GetReference(rows);
        return Vector512.LoadUnsafe(ref row).ExtractMostSignificantBits()
            | (Vector512.LoadUnsafe(ref row, 16).ExtractMostSignificantBits() << 16)
            | (Vector512.LoadUnsafe(ref row, 32).ExtractMostSignificantBits() << 32)
            | (Vector512.LoadUnsafe(ref row, 48).ExtractMostSignificantBits() << 48);
    }

    private static float[] SquaresOf(FeatureRows features, int textCount)
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
