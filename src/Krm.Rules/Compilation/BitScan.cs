namespace Krm.Rules.Compilation;

/// <summary>Finds set bits; netstandard2.0 has no intrinsic for it.</summary>
internal static class BitScan
{
#if NET
    public static int Lowest(ulong bits) => System.Numerics.BitOperations.TrailingZeroCount(bits);
#else
    private const ulong DeBruijn = 0x03F79D71B4CB0A89UL;
    private static readonly byte[] Positions = CreatePositions();

    public static int Lowest(ulong bits) => Positions[unchecked((bits & (~bits + 1)) * DeBruijn) >> 58];

    private static byte[] CreatePositions()
    {
        var positions = new byte[64];
        for (var position = 0; position < 64; position++)
        {
            positions[unchecked((1UL << position) * DeBruijn) >> 58] = (byte)position;
        }

        return positions;
    }
#endif
}
