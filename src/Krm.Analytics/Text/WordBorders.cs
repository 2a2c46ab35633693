using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Krm.Analytics.Text;

/// <summary>What stands around the border of two neighbours: the last letters of one with the first of the next.</summary>
/// <remarks>Catches endings with what they govern ("-ung der") and parts of names and compounds written apart, where the pair itself is too rare.</remarks>
internal static class WordBorders
{
    private const int MaximumReach = 3;
    private const int MaximumCount = (2 * MaximumReach) - 1;
    private const ulong LeftMultiplier = 0x8CB9_2BA7_2F3D_8DD7;
    private const ulong RightMultiplier = 0xC6A4_A793_5BD1_E995;
    private const ulong Seed = 0xD1B5_4A32_D192_ED03;

    // One, two, two, three, three letters on the left with one, one, two, two, three on the right.
    private static readonly Vector512<ulong> LeftLetters = Vector512.Create(
        0xFFFF_0000_0000_0000, 0xFFFF_FFFF_0000_0000, 0xFFFF_FFFF_0000_0000, 0xFFFF_FFFF_FFFF_0000, 0xFFFF_FFFF_FFFF_0000, 0, 0, 0);

    private static readonly Vector512<ulong> RightLetters =
        Vector512.Create(0xFFFFUL, 0xFFFF, 0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF_FFFF, 0, 0, 0);

    /// <summary>Adds the hashes of one chain: a letter on either side, then one more on the left and on the right by turns, up to three on either side or to the end of a word.</summary>
    /// <param name="chains">Receives the hashes.</param>
    /// <param name="factor">What the pieces are multiplied by.</param>
    /// <param name="left">Ends with the letters before the border, with anything before them to make at least four.</param>
    /// <param name="leftLength">Number of letters before the border.</param>
    /// <param name="right">Begins with the letters behind the border, with anything behind them to make at least four.</param>
    /// <param name="rightLength">Number of letters behind the border.</param>
    public static void AddTo(HashChains chains, float factor, ReadOnlySpan<char> left, int leftLength, ReadOnlySpan<char> right, int rightLength)
    {
        chains.Reserve(MaximumCount, out var hashes, out var marks);
        var before = Vector512.Create(MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(left[^4..]))) & LeftLetters;
        var behind = Vector512.Create(MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(right))) & RightLetters;

        // The letters before the border stand in the upper bits, where a product alone would lose them.
        HashChains.WriteChain(((before ^ (before >>> 33)) * LeftMultiplier) + (behind * RightMultiplier) + Vector512.Create(Seed), hashes, marks);
        chains.Take(Math.Min(Math.Min(MaximumCount, (2 * leftLength) - 1), 2 * rightLength), factor);
    }
}
