using System.Numerics;
using System.Runtime.CompilerServices;

namespace Krm.Analytics.Anonymization.Scanning;

/// <summary>The word lists as one hash table: immutable, thread-safe, a look-up costs one or two reads.</summary>
internal sealed class Lexicon
{
    private readonly Slot[] _slots;
    private readonly int _shift;

    /// <summary>Builds the table.</summary>
    /// <param name="entries">Entries by hash of the folded word.</param>
    public Lexicon(IReadOnlyDictionary<ulong, LexiconEntry> entries)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, entries.Count * 3));
        _slots = new Slot[size];
        _shift = 64 - BitOperations.Log2((uint)size);
        foreach (var (hash, entry) in entries)
        {
            var index = IndexOf(hash);
            while (_slots[index].Hash != 0)
            {
                index = (index + 1) & (size - 1);
            }

            _slots[index] = new Slot(hash, entry);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(ulong hash, out LexiconEntry entry)
    {
        var slots = _slots;
        var index = IndexOf(hash);
        while (true)
        {
            ref readonly var slot = ref slots[index & (slots.Length - 1)];
            if (slot.Hash == hash)
            {
                entry = slot.Entry;
                return true;
            }

            if (slot.Hash == 0)
            {
                entry = default;
                return false;
            }

            index++;
        }
    }

    private int IndexOf(ulong hash) => (int)((hash * 0x9E3779B97F4A7C15UL) >> _shift);

    private readonly record struct Slot(ulong Hash, LexiconEntry Entry);
}
