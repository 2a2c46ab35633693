namespace Krm.Analytics.Counting;

/// <summary>Two small numbers as one key.</summary>
/// <remarks>The hash of a 64-bit integer joins its halves by exclusive or, which for small numbers leaves hardly any values; this one mixes them.</remarks>
internal readonly record struct PairKey(int First, int Second)
{
    public override int GetHashCode()
    {
        var mixed = unchecked((((ulong)(uint)First << 32) | (uint)Second) * 0x9E3779B97F4A7C15UL);
        return (int)(mixed >> 32);
    }
}
