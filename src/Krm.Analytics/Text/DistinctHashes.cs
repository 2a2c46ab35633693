using System.Numerics;
using System.Runtime.Intrinsics;

namespace Krm.Analytics.Text;

/// <summary>Counts equal hashes, keeping the order in which they first appeared; emptied in constant time.</summary>
/// <remarks>Mutable scratch, never shared between threads.</remarks>
internal sealed class DistinctHashes
{
    // Two whole vectors.
    private const int Few = 16;
    private const int None = -1;

    private ulong[] _hashes = new ulong[64];
    private int[] _counts = new int[64];

    // The stamp of the text above the place among the distinct hashes; whatever bears another stamp is empty.
    private ulong[] _slots = new ulong[256];
    private uint _stamp = 1;

    // The first hashes have slots; the others get theirs when one is asked for that may be among them.
    private int _slotted;

    /// <summary>Number of distinct hashes.</summary>
    public int Count { get; private set; }

    /// <summary>The distinct hashes.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>How often each was counted.</summary>
    public ReadOnlySpan<int> Counts => _counts.AsSpan(0, Count);

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Count = 0;
        _slotted = 0;
        NextStamp();
    }

    /// <summary>Adds a hash and returns its place among the distinct ones.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="times">How often this occurrence counts, at least 1.</param>
    /// <param name="isNew">Whether it was not there yet.</param>
    public int Add(ulong hash, int times, out bool isNew)
    {
        var place = Count <= Few ? FindAmongFew(hash) : FindBySlot(hash);
        isNew = place < 0;
        if (isNew)
        {
            return AddNew(hash, times);
        }

        _counts[place] += times;
        return place;
    }

    /// <summary>Adds a hash of which the caller knows that it is not there yet, and returns its place.</summary>
    public int AddNew(ulong hash, int times)
    {
        if (Count == _hashes.Length)
        {
            Grow();
        }

        _hashes[Count] = hash;
        _counts[Count] = times;
        return Count++;
    }

    /// <summary>Compares with all at a time.</summary>
    private int FindAmongFew(ulong hash)
    {
        ref var first = ref _hashes[0];
        var wanted = Vector512.Create(hash);
        var equal = Vector512.Equals(Vector512.LoadUnsafe(ref first), wanted).ExtractMostSignificantBits()
            | (Vector512.Equals(Vector512.LoadUnsafe(ref first, 8), wanted).ExtractMostSignificantBits() << 8);

        // What lies behind belongs to texts before.
        equal &= (1UL << Count) - 1;
        return equal == 0 ? None : BitOperations.TrailingZeroCount(equal);
    }

    private int FindBySlot(ulong hash)
    {
        while (_slotted < Count)
        {
            TakeSlot(_slotted++);
        }

        var mask = _slots.Length - 1;
        for (var slot = (int)(hash >> 32) & mask; _slots[slot] >> 32 == _stamp; slot = (slot + 1) & mask)
        {
            var place = (int)_slots[slot];
            if (_hashes[place] == hash)
            {
                return place;
            }
        }

        return None;
    }

    private void Grow()
    {
        Array.Resize(ref _hashes, Count * 2);
        Array.Resize(ref _counts, Count * 2);
        _slots = new ulong[_slots.Length * 2];
        NextStamp();
        _slotted = 0;
    }

    private void TakeSlot(int place)
    {
        var mask = _slots.Length - 1;
        var slot = (int)(_hashes[place] >> 32) & mask;
        while (_slots[slot] >> 32 == _stamp)
        {
            slot = (slot + 1) & mask;
        }

        _slots[slot] = ((ulong)_stamp << 32) | (uint)place;
    }

    private void NextStamp()
    {
        if (++_stamp == uint.MaxValue)
        {
            Array.Clear(_slots);
            _stamp = 1;
        }
    }
}
