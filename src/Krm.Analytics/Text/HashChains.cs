using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Krm.Analytics.Text;

/// <summary>Hashes of the pieces of words or borders, in chains: each piece but the first of a chain extends the one before by a letter.</summary>
/// <remarks>Mutable scratch, never shared between threads.</remarks>
internal sealed class HashChains
{
    /// <summary>Pieces are looked up in blocks of so many; the arrays behind are whole blocks.</summary>
    public const int BlockLength = 64;

    /// <summary>Marks in <see cref="Marks"/> that a piece extends the one before.</summary>
    public const byte Extends = 0x80;

    private const ulong ChainMarks = 0x8080_8080_8080_8000;

    private ulong[] _hashes = new ulong[BlockLength];
    private byte[] _marks = new byte[BlockLength];
    private float[] _factors = new float[BlockLength];

    /// <summary>Number of pieces.</summary>
    public int Count { get; private set; }

    /// <summary>The pieces, chain after chain, repetitions kept.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>For each piece <see cref="Extends"/> or, where a chain begins, 0.</summary>
    public ReadOnlySpan<byte> Marks => _marks.AsSpan(0, Count);

    /// <summary>What each piece is multiplied by.</summary>
    public ReadOnlySpan<float> Factors => _factors.AsSpan(0, Count);

    /// <summary>For each piece of a block a bit, the lowest first: whether it extends the one before.</summary>
    /// <param name="start">The first piece of the block.</param>
    public ulong ExtensionsFrom(int start) => Vector512.LoadUnsafe(ref _marks[start]).ExtractMostSignificantBits();

    /// <summary>Forgets everything.</summary>
    public void Clear() => Count = 0;

    /// <summary>Room behind the pieces, to be filled and then taken with <see cref="Take"/>.</summary>
    /// <param name="length">Number of pieces there must be room for.</param>
    /// <param name="hashes">Receives the room for hashes.</param>
    /// <param name="marks">Receives the room for marks.</param>
    public void Reserve(int length, out Span<ulong> hashes, out Span<byte> marks)
    {
        length += Vector512<ulong>.Count;
        if (Count + length > _hashes.Length)
        {
            var whole = Math.Max(_hashes.Length * 2, (Count + length + BlockLength - 1) / BlockLength * BlockLength);
            Array.Resize(ref _hashes, whole);
            Array.Resize(ref _marks, whole);
            Array.Resize(ref _factors, whole);
        }

        hashes = _hashes.AsSpan(Count, length);
        marks = _marks.AsSpan(Count, length);
    }

    /// <summary>Writes a chain of up to eight pieces to reserved room; what is behind those taken will be written over.</summary>
    /// <param name="chain">The pieces as numbers that differ, not mixed yet.</param>
    /// <param name="hashes">Receives the hashes.</param>
    /// <param name="marks">Receives the marks.</param>
    public static void WriteChain(Vector512<ulong> chain, Span<ulong> hashes, Span<byte> marks)
    {
        FeatureHash.Mix(chain).CopyTo(hashes);
        MemoryMarshal.Write(marks, ChainMarks);
    }

    /// <summary>Takes pieces written to the reserved room.</summary>
    /// <param name="length">Number of pieces.</param>
    /// <param name="factor">What they are multiplied by.</param>
    public void Take(int length, float factor)
    {
        _factors.AsSpan(Count, length).Fill(factor);
        Count += length;
    }
}
