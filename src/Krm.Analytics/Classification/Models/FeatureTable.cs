namespace Krm.Analytics.Classification.Models;

/// <summary>Finds the row of a feature by its hash: open addressing, at most half full, one cache line a look-up as a rule.</summary>
internal sealed class FeatureTable
{
    private readonly ulong[] _slots;
    private readonly int _shift;

    /// <param name="hashes">Distinct hashes; the place of each is its row.</param>
    public FeatureTable(ReadOnlySpan<uint> hashes)
    {
        var bits = 4;
        while (1 << bits < hashes.Length * 2)
        {
            bits++;
        }

        _slots = new ulong[1 << bits];
        _shift = 32 - bits;
        var mask = _slots.Length - 1;
        for (var row = 0; row < hashes.Length; row++)
        {
            var slot = (int)(hashes[row] >> _shift);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = ((ulong)hashes[row] << 32) | (uint)(row + 1);
        }
    }

    /// <summary>The row of a feature, -1 if the model does not know it.</summary>
    public int Find(uint hash)
    {
        var slots = _slots;
        var slot = (int)(hash >> _shift);
        while (true)
        {
            var entry = slots[slot];
            if ((uint)(entry >> 32) == hash && entry != 0)
            {
                return (int)(uint)entry - 1;
            }

            if (entry == 0)
            {
                return -1;
            }

            slot = (slot + 1) & (slots.Length - 1);
        }
    }
}
