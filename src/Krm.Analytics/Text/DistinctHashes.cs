namespace Krm.Analytics.Text;

/// <summary>Counts equal hashes, keeping the order in which they first appeared; emptied in constant time.</summary>
/// <remarks>Mutable scratch, never shared between threads.</remarks>
internal sealed class DistinctHashes
{
    private ulong[] _hashes = new ulong[64];
    private int[] _counts = new int[64];
    private int[] _slots = new int[256];
    private int[] _stamps = new int[256];
    private int _stamp = 1;

    /// <summary>Number of distinct hashes.</summary>
    public int Count { get; private set; }

    /// <summary>The distinct hashes.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>How often each was added.</summary>
    public ReadOnlySpan<int> Counts => _counts.AsSpan(0, Count);

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Count = 0;
        if (++_stamp == int.MaxValue)
        {
            Array.Clear(_stamps);
            _stamp = 1;
        }
    }

    /// <summary>Adds a hash; true if it was not there yet.</summary>
    public bool Add(ulong hash)
    {
        if (Count * 2 >= _slots.Length)
        {
            Grow();
        }

        var mask = _slots.Length - 1;
        var slot = (int)(hash >> 32) & mask;
        while (_stamps[slot] == _stamp)
        {
            var index = _slots[slot];
            if (_hashes[index] == hash)
            {
                _counts[index]++;
                return false;
            }

            slot = (slot + 1) & mask;
        }

        if (Count == _hashes.Length)
        {
            Array.Resize(ref _hashes, Count * 2);
            Array.Resize(ref _counts, Count * 2);
        }

        _stamps[slot] = _stamp;
        _slots[slot] = Count;
        _hashes[Count] = hash;
        _counts[Count] = 1;
        Count++;
        return true;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        _stamps = new int[_slots.Length];
        _stamp = 1;
        var mask = _slots.Length - 1;
        for (var index = 0; index < Count; index++)
        {
            var slot = (int)(_hashes[index] >> 32) & mask;
            while (_stamps[slot] == _stamp)
            {
                slot = (slot + 1) & mask;
            }

            _stamps[slot] = _stamp;
            _slots[slot] = index;
        }
    }
}
