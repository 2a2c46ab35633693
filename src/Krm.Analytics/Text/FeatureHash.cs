using System.Numerics;
using System.Runtime.CompilerServices;

namespace Krm.Analytics.Text;

/// <summary>Hashes of words, word pairs and fragments of words; part of the model format, never to be changed.</summary>
/// <remarks>
/// Each kind starts from its own seed, so that a word and the equal fragment are different features. The
/// table keeps 32 bits of it; training counts how many features met.
/// </remarks>
internal static class FeatureHash
{
    /// <summary>Start value for words.</summary>
    public const ulong WordSeed = 0x51_7C_C1_B7_27_22_0A_95;

    /// <summary>Start value for fragments.</summary>
    public const ulong FragmentSeed = 0x2545_F491_4F6C_DD1D;

    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;
    private const ulong PairMultiplier = 0xC2B2_AE3D_27D4_EB4F;

    /// <summary>Adds one letter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong hash, char letter) => (BitOperations.RotateLeft(hash, 23) ^ letter) * Multiplier;

    /// <summary>The hash of two words in this order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pair(ulong first, ulong second) =>
        (BitOperations.RotateLeft(first * PairMultiplier, 29) ^ second) * Multiplier;

    /// <summary>The 32 bits under which a feature is kept in the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Compact(ulong hash) => (uint)((hash ^ (hash >> 29)) * PairMultiplier >> 32);

    /// <summary>Spreads the entropy of a running hash over all bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Finish(ulong hash)
    {
        hash ^= hash >> 32;
        return hash * PairMultiplier;
    }
}
