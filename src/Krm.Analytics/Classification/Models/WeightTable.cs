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
    /// <summary>Most terms added at a time.</summary>
    public const int MostTerms = 32;

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

    /// <summary>Adds the known ones among distinct terms with their pieces, a repeated one as often as its damped frequency.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="start">The first of them to add.</param>
    /// <param name="end">Behind the last to add; of more than <see cref="MostTerms"/> the first.</param>
    /// <param name="unknown">Receives the places of unknown terms; <see cref="MostTerms"/> long.</param>
    /// <param name="sums">What the terms themselves are added to; at least one stride long.</param>
    /// <param name="pieceSums">What their pieces are added to; at least one stride long.</param>
    /// <param name="norm">What the squared length of the terms is added to.</param>
    /// <param name="pieceNorm">What the squared length of the pieces is added to.</param>
    /// <returns>The number of unknown terms.</returns>
    public int AddKnown(
        DistinctHashes terms, int start, int end, Span<int> unknown, Span<float> sums, Span<float> pieceSums, ref float norm, ref float pieceNorm)
    {
        Span<int> rows = stackalloc int[MostTerms];
        Span<float> factors = stackalloc float[MostTerms];
        var length = Math.Min(MostTerms, end - start);
        var counts = terms.Counts.Slice(start, length);
        _features.Find(terms.Hashes.Slice(start, length), rows);
        var (known, missed) = (0, 0);
        for (var index = 0; index < counts.Length; index++)
        {
            // Both are written and one is kept, in place: what is read lies never before what is written.
            var isMissing = rows[index] >>> 31;
            unknown[missed] = start + index;
            factors[known] = TermWeighting.Frequency(counts[index]);
            rows[known] = rows[index];
            missed += isMissing;
            known += 1 - isMissing;
        }

        Add(rows[..known], factors, sums, pieceSums, ref norm, ref pieceNorm);
        return missed;
    }

    /// <summary>Adds the known ones among features that occur once, and returns their squared length.</summary>
    /// <param name="features">The features, at most <see cref="MostTerms"/>.</param>
    /// <param name="sums">What is added to; at least one stride long.</param>
    public float Add(ReadOnlySpan<ulong> features, Span<float> sums)
    {
        Span<int> rows = stackalloc int[MostTerms];
        _features.Find(features, rows);
        var known = 0;
        for (var index = 0; index < features.Length; index++)
        {
            var row = rows[index];
            rows[known] = row;
            known += (row >>> 31) ^ 1;
        }

        return Add(rows[..known], 1, sums);
    }

    /// <summary>Adds the known ones among pieces: of each chain the longest, which holds those it extends.</summary>
    /// <param name="chains">The pieces.</param>
    /// <param name="factor">What they are multiplied by.</param>
    /// <param name="sums">What is added to; at least one stride long.</param>
    /// <returns>Their squared length and the number of known pieces.</returns>
    public (float Norm, int Known) Add(HashChains chains, float factor, Span<float> sums)
    {
        Span<int> rows = stackalloc int[HashChains.BlockLength];
        var (norm, known, isNextExtension) = (0f, 0, 0UL);
        for (var start = (chains.Count - 1) & -HashChains.BlockLength; start >= 0; start -= HashChains.BlockLength)
        {
            var hashes = chains.Hashes[start..Math.Min(chains.Count, start + HashChains.BlockLength)];
            _features.Find(hashes, rows);
            var found = ~SignBits(rows) & (ulong.MaxValue >> (HashChains.BlockLength - hashes.Length));
            var extended = found & chains.ExtensionsFrom(start);
            var longest = found & ~((extended >> 1) | (isNextExtension << 63));
            isNextExtension = extended & 1;
            known += BitOperations.PopCount(found);
            var count = 0;
            for (; longest != 0; longest &= longest - 1)
            {
                // In place: what is read lies never before what is written.
                rows[count++] = rows[BitOperations.TrailingZeroCount(longest)];
            }

            norm += Add(rows[..count], factor, sums);
        }

        return (norm, known);
    }

    private void Add(
        ReadOnlySpan<int> rows, ReadOnlySpan<float> factors, Span<float> sums, Span<float> pieceSums, ref float norm, ref float pieceNorm)
    {
        for (var lane = 0; lane < _stride; lane += Vector512<float>.Count)
        {
            var (lanes, pieceLanes, square, pieceSquare) = (Vector512<float>.Zero, Vector512<float>.Zero, 0f, 0f);
            for (var index = 0; index < rows.Length; index++)
            {
                ref var row = ref RowOf(rows[index]);
                ref var pieces = ref Unsafe.Add(ref row, _partLength);
                var factor = factors[index];
                lanes += StepsOf(ref row, lane) * (UnitOf(ref row) * factor);
                pieceLanes += StepsOf(ref pieces, lane) * (UnitOf(ref pieces) * factor);
                square += SquareOf(ref row) * (factor * factor);
                pieceSquare += SquareOf(ref pieces) * (factor * factor);
            }

            AddTo(sums, lane, lanes);
            AddTo(pieceSums, lane, pieceLanes);
            if (lane == 0)
            {
                norm += square;
                pieceNorm += pieceSquare;
            }
        }
    }

    private float Add(ReadOnlySpan<int> rows, float factor, Span<float> sums)
    {
        var norm = 0f;
        for (var lane = 0; lane < _stride; lane += Vector512<float>.Count)
        {
            var lanes = Vector512<float>.Zero;
            norm = 0;
            foreach (var place in rows)
            {
                ref var row = ref RowOf(place);
                lanes += StepsOf(ref row, lane) * UnitOf(ref row);
                norm += SquareOf(ref row);
            }

            AddTo(sums, lane, lanes * factor);
        }

        return norm * factor * factor;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte RowOf(int row) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_rows), row * _rowLength);

    private static float UnitOf(ref byte row) => Unsafe.ReadUnaligned<float>(ref Unsafe.Add(ref row, UnitOffset));

    private static float SquareOf(ref byte row) => Unsafe.ReadUnaligned<float>(ref Unsafe.Add(ref row, SquareOffset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> StepsOf(ref byte row, int lane)
    {
        var steps = Unsafe.ReadUnaligned<Vector128<sbyte>>(ref Unsafe.Add(ref row, StepsOffset + lane));
        return Vector512.ConvertToSingle(Vector512.WidenLower(Vector256.WidenLower(steps.ToVector256Unsafe()).ToVector512Unsafe()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(Span<float> sums, int lane, Vector512<float> added)
    {
        ref var sum = ref Unsafe.Add(ref MemoryMarshal.GetReference(sums), lane);
        (Vector512.LoadUnsafe(ref sum) + added).StoreUnsafe(ref sum);
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
