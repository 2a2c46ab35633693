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
    /// <summary>Most features added at a time, a bit of a number each.</summary>
    public const int BlockLength = HashChains.BlockLength;

    // Unit and square, then a byte a category.
    private const int SquareOffset = sizeof(ushort);
    private const int StepsOffset = 2 * sizeof(ushort);

    private static readonly float[] Ones = [.. Enumerable.Repeat(1f, BlockLength)];

    private readonly FeatureTable _features;
    private readonly byte[] _rows;
    private readonly int _width;
    private readonly int _partLength;
    private readonly int _rowLength;

    private WeightTable(uint[] hashes, params ReadOnlySpan<(ShortFloat[] Squares, PackedRows Weights)> parts)
    {
        _features = new FeatureTable(hashes);
        _width = parts[0].Weights.Width;
        _partLength = StepsOffset + _width;
        _rowLength = parts.Length * _partLength;

        // The last row is read in whole vectors too; what lies behind the categories counts nowhere.
        _rows = new byte[(hashes.Length * _rowLength) + Vector512<float>.Count];
        for (var part = 0; part < parts.Length; part++)
        {
            var (squares, weights) = parts[part];
            var steps = MemoryMarshal.AsBytes(weights.Steps.AsSpan());
            for (var row = 0; row < hashes.Length; row++)
            {
                var bytes = _rows.AsSpan((row * _rowLength) + (part * _partLength), _partLength);
                MemoryMarshal.Write(bytes, weights.Units[row].Bits);
                MemoryMarshal.Write(bytes[SquareOffset..], squares[row].Bits);
                steps.Slice(row * _width, _width).CopyTo(bytes[StepsOffset..]);
            }
        }
    }

    /// <summary>Features that stand for themselves.</summary>
    public static WeightTable Of(FeatureRows features, int textCount) =>
        new(features.Hashes, (SquaresOf(features, textCount), features.Weights));

    /// <summary>Features with the sums over their pieces as second part.</summary>
    public static WeightTable Of(FeatureRows features, PieceSums pieces, int textCount) =>
        new(features.Hashes, (SquaresOf(features, textCount), features.Weights), (pieces.Squares, pieces.Weights));

    /// <summary>Pieces.</summary>
    public static WeightTable Of(PieceRows pieces) => new(pieces.Hashes, (pieces.Squares, pieces.Weights));

    /// <summary>Finds the rows of features.</summary>
    /// <param name="features">The features, at most <see cref="BlockLength"/>.</param>
    /// <param name="rows">Receives the rows; <see cref="BlockLength"/> long.</param>
    /// <returns>A bit for each feature, the first lowest: whether it is known.</returns>
    public ulong Find(ReadOnlySpan<ulong> features, Span<int> rows)
    {
        _features.Find(features, rows);
        ref var row = ref MemoryMarshal.GetReference(rows);
        var unknown = Vector512.LoadUnsafe(ref row).ExtractMostSignificantBits()
            | (Vector512.LoadUnsafe(ref row, 16).ExtractMostSignificantBits() << 16)
            | (Vector512.LoadUnsafe(ref row, 32).ExtractMostSignificantBits() << 32)
            | (Vector512.LoadUnsafe(ref row, 48).ExtractMostSignificantBits() << 48);
        return ~unknown & MaskOf(features.Length);
    }

    /// <summary>Adds known terms with their pieces, a repeated one as often as its damped frequency.</summary>
    /// <param name="rows">The rows of terms.</param>
    /// <param name="known">A bit for each of them: whether it is known.</param>
    /// <param name="counts">How often each occurs.</param>
    /// <param name="sums">What the terms themselves are added to; at least one stride long.</param>
    /// <param name="pieceSums">What their pieces are added to; at least one stride long.</param>
    /// <returns>The squared lengths of the terms and of their pieces.</returns>
    public (float Norm, float PieceNorm) Add(
        ReadOnlySpan<int> rows, ulong known, ReadOnlySpan<int> counts, Span<float> sums, Span<float> pieceSums)
    {
        var norms = (0f, 0f);
        for (var lane = 0; lane < _width; lane += Vector512<float>.Count)
        {
            var (lanes, pieceLanes, square, pieceSquare) = (Vector512<float>.Zero, Vector512<float>.Zero, 0f, 0f);
            for (var rest = known; rest != 0; rest &= rest - 1)
            {
                var place = BitOperations.TrailingZeroCount(rest);
                var frequency = TermWeighting.Frequency(counts[place]);
                ref var row = ref RowOf(rows[place]);
                lanes += WeightsOf(ref row, lane, frequency, ref square);
                pieceLanes += WeightsOf(ref Unsafe.Add(ref row, _partLength), lane, frequency, ref pieceSquare);
            }

            AddTo(sums, lane, lanes);
            AddTo(pieceSums, lane, pieceLanes);
            norms = (square, pieceSquare);
        }

        return norms;
    }

    /// <summary>Adds the known ones among features that occur once, and returns their squared length.</summary>
    /// <param name="features">The features, at most <see cref="BlockLength"/>.</param>
    /// <param name="sums">What is added to; at least one stride long.</param>
    public float Add(ReadOnlySpan<ulong> features, Span<float> sums)
    {
        Span<int> rows = stackalloc int[BlockLength];
        return Add(rows, Find(features, rows), Ones, sums);
    }

    /// <summary>Adds the known ones among pieces: of each chain the longest, which holds those it extends.</summary>
    /// <param name="chains">The pieces.</param>
    /// <param name="sums">What is added to; at least one stride long.</param>
    /// <returns>Their squared length and the number of known pieces.</returns>
    public (float Norm, int Known) Add(HashChains chains, Span<float> sums)
    {
        Span<int> rows = stackalloc int[BlockLength];
        var (norm, count, isNextExtension) = (0f, 0, 0UL);
        for (var start = (chains.Count - 1) & -BlockLength; start >= 0; start -= BlockLength)
        {
            var known = Find(chains.Hashes[start..Math.Min(chains.Count, start + BlockLength)], rows);
            var extended = known & chains.ExtensionsFrom(start);
            norm += Add(rows, known & ~((extended >> 1) | (isNextExtension << (BlockLength - 1))), chains.Factors[start..], sums);
            isNextExtension = extended & 1;
            count += BitOperations.PopCount(known);
        }

        return (norm, count);
    }

    private float Add(ReadOnlySpan<int> rows, ulong chosen, ReadOnlySpan<float> factors, Span<float> sums)
    {
        var norm = 0f;
        for (var lane = 0; lane < _width; lane += Vector512<float>.Count)
        {
            var (lanes, square) = (Vector512<float>.Zero, 0f);
            for (var rest = chosen; rest != 0; rest &= rest - 1)
            {
                var place = BitOperations.TrailingZeroCount(rest);
                lanes += WeightsOf(ref RowOf(rows[place]), lane, factors[place], ref square);
            }

            AddTo(sums, lane, lanes);
            norm = square;
        }

        return norm;
    }

    /// <summary>The lowest bits.</summary>
    public static ulong MaskOf(int length) => length == 0 ? 0 : ulong.MaxValue >> (BlockLength - length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte RowOf(int row) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_rows), row * _rowLength);

    /// <summary>Sixteen weights, multiplied by a factor.</summary>
    /// <param name="row">The row.</param>
    /// <param name="lane">The first of them.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="square">What the squared length is added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> WeightsOf(ref byte row, int lane, float factor, ref float square)
    {
        // Two short numbers, the unit below and the square above.
        var head = Unsafe.ReadUnaligned<uint>(ref row);
        square += BitConverter.UInt32BitsToSingle(head & 0xFFFF_0000) * factor * factor;
        var steps = Unsafe.ReadUnaligned<Vector128<sbyte>>(ref Unsafe.Add(ref row, StepsOffset + lane));
        var wide = Vector512.WidenLower(Vector256.WidenLower(steps.ToVector256Unsafe()).ToVector512Unsafe());
        return Vector512.ConvertToSingle(wide) * (BitConverter.UInt32BitsToSingle(head << 16) * factor);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(Span<float> sums, int lane, Vector512<float> added)
    {
        ref var sum = ref Unsafe.Add(ref MemoryMarshal.GetReference(sums), lane);
        (Vector512.LoadUnsafe(ref sum) + added).StoreUnsafe(ref sum);
    }

    private static ShortFloat[] SquaresOf(FeatureRows features, int textCount)
    {
        var squares = new ShortFloat[features.Count];
        for (var row = 0; row < squares.Length; row++)
        {
            var inverse = TermWeighting.InverseDocumentFrequency(textCount, features.DocumentFrequencies[row]);
            squares[row] = ShortFloat.Nearest(inverse * inverse);
        }

        return squares;
    }
}
