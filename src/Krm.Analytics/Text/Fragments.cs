using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Krm.Analytics.Text;

/// <summary>The fragments (character n-grams) of one word, its edges marked by blanks.</summary>
internal static class Fragments
{
    /// <summary>Shortest fragment, edge marks counted.</summary>
    public const int MinimumLength = 2;

    /// <summary>Longest fragment, edge marks counted.</summary>
    public const int MaximumLength = 6;

    /// <summary>Most fragments a word can have.</summary>
    public const int MaximumCount = (TokenReader.BufferLength + 2) * ChainLength;

    private const int ChainLength = MaximumLength - MinimumLength + 1;
    private const ulong FourMultiplier = 0x2545_F491_4F6C_DD1D;
    private const ulong MoreMultiplier = 0x9FB2_1C65_1E98_DF25;

    private static readonly Vector512<ulong> FourLetters =
        Vector512.Create(0xFFFF_FFFF, 0xFFFF_FFFF_FFFF, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0, 0, 0);

    private static readonly Vector512<ulong> MoreLetters = Vector512.Create(0UL, 0, 0, 0xFFFF, 0xFFFF_FFFF, 0, 0, 0);


    private static readonly int[] Counts = [.. Enumerable.Range(0, TokenReader.BufferLength + 2).Select(ComputeCount)];

    /// <summary>Number of fragments of a word.</summary>
    /// <param name="paddedLength">Its letters with both edge marks; 0 gives 0.</param>
    public static int CountFor(int paddedLength) => Counts[paddedLength];

    /// <summary>Adds the hash of every fragment, repetitions kept; those with the same first letter make a chain.</summary>
    /// <param name="chains">Receives the hashes.</param>
    /// <param name="factor">What the pieces are multiplied by.</param>
    /// <param name="letters">Folded letters with one blank on either side, and at least <see cref="MaximumLength"/> of anything behind them.</param>
    /// <param name="paddedLength">Number of letters with both blanks.</param>
    public static void AddTo(HashChains chains, float factor, ReadOnlySpan<char> letters, int paddedLength)
    {
        chains.Reserve(MaximumCount, out var hashes, out var marks);
        ref var first = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(letters));
        var count = 0;
        for (var start = 0; start < paddedLength - 1; start++)
        {
            // The chain as a whole: four letters as one number and two more as another, those that do not belong masked out.
            ref var here = ref Unsafe.Add(ref first, start * sizeof(char));
            var four = Vector512.Create(Unsafe.ReadUnaligned<ulong>(ref here)) & FourLetters;
            var more = Vector512.Create((ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref here, 4 * sizeof(char)))) & MoreLetters;
            HashChains.WriteChain((four * FourMultiplier) + (more * MoreMultiplier), hashes[count..], marks[count..]);
            count += Math.Min(ChainLength, paddedLength - start - 1);
        }

        chains.Take(count, factor);
    }

    private static int ComputeCount(int paddedLength) =>
        Enumerable.Range(MinimumLength, MaximumLength - MinimumLength + 1).Sum(length => Math.Max(0, paddedLength - length + 1));
}
