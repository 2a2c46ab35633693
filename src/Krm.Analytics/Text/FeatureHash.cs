using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Krm.Analytics.Text;

/// <summary>Hashes of words and word pairs; part of the model format, never to be changed without a new version of it.</summary>
/// <remarks>The table keeps 32 bits of a hash; training counts how many features met.</remarks>
internal static class FeatureHash
{
    /// <summary>Letters are read in blocks of so many; the buffers behind are whole blocks.</summary>
    public const int BlockLength = 16;

    private const ulong Seed = 0x51_7C_C1_B7_27_22_0A_95;
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;
    private const ulong PairMultiplier = 0xC2B2_AE3D_27D4_EB4F;

    private static readonly Vector256<short> Places = Vector256<short>.Indices;
    private static readonly Vector256<ulong> Multipliers =
        Vector256.Create(0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3);

    /// <summary>The hash of a word or mark: every four letters, as one number, have their own multiplier.</summary>
    /// <param name="letters">Its letters, filled up with anything to whole blocks of <see cref="BlockLength"/>.</param>
    /// <param name="length">Number of letters.</param>
    public static ulong Word(ReadOnlySpan<char> letters, int length)
    {
        ref var first = ref Unsafe.As<char, short>(ref MemoryMarshal.GetReference(letters));
        var hash = Seed;
        for (var start = 0; start < length; start += BlockLength)
        {
            var isLetter = Vector256.LessThan(Places, Vector256.Create((short)(length - start)));
            var block = Vector256.LoadUnsafe(ref first, (nuint)start) & isLetter;
            hash = (BitOperations.RotateLeft(hash, 23) ^ Vector256.Sum(block.AsUInt64() * Multipliers)) * Multiplier;
        }

        return (hash ^ (hash >> 32)) * PairMultiplier;
    }

    /// <summary>The hash of two words in this order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pair(ulong first, ulong second) =>
        (BitOperations.RotateLeft(first * PairMultiplier, 29) ^ second) * Multiplier;

    /// <summary>Mixes eight numbers, so that their upper halves depend on all of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Mix(Vector512<ulong> numbers) => (numbers ^ (numbers >>> 29)) * PairMultiplier;

    /// <summary>The 32 bits under which a feature is kept in the table.</summary>
    public static uint Compact(ulong hash) => (uint)(hash >> 32);
}
