using System.Runtime.InteropServices;

namespace Krm.Analytics.Counting;

/// <summary>The sums of cells by period. A workspace, not thread-safe.</summary>
/// <remarks>
/// Sixteen neighbouring periods of a cell lie on one page: a long series needs few keys, which stay in the cache of the
/// processor, and a cell with a single case costs no more than a page of 128 bytes.
/// </remarks>
internal sealed class PeriodSums
{
    private const int PageBits = 4;
    private const int PageLength = 1 << PageBits;

    private readonly Dictionary<PairKey, int> _pages = [];
    private long[] _counts = new long[64 * PageLength];
    private decimal[] _exposures = [];

    /// <exception cref="OverflowException">The sum exceeds the range of a 64-bit integer.</exception>
    public void Add(int cell, int period, long count, decimal? exposure)
    {
        var slot = GetSlot(cell, period);
        ref var sum = ref _counts[slot];
        sum = checked(sum + count);
        if (exposure is { } amount)
        {
            if (_exposures.Length <= slot)
            {
                Array.Resize(ref _exposures, _counts.Length);
            }

            _exposures[slot] += amount;
        }
    }

    /// <summary>All sums other than 0, the cells in the given order, each with its oldest period first.</summary>
    /// <param name="order">The place of each cell in the order, by its number.</param>
    public IEnumerable<(int Cell, int Period, long Count, decimal Exposure)> Enumerate(int[] order)
    {
        var keys = _pages.Keys.ToArray();
        Array.Sort(Array.ConvertAll(keys, key => ((long)order[key.First] << 32) + key.Second), keys);
        foreach (var key in keys)
        {
            var first = _pages[key] * PageLength;
            for (var slot = first; slot < first + PageLength; slot++)
            {
                var exposure = slot < _exposures.Length ? _exposures[slot] : 0;
                if (_counts[slot] != 0 || exposure != 0)
                {
                    yield return (key.First, (key.Second << PageBits) + slot - first, _counts[slot], exposure);
                }
            }
        }
    }

    private int GetSlot(int cell, int period)
    {
        ref var page = ref CollectionsMarshal.GetValueRefOrAddDefault(_pages, new PairKey(cell, period >> PageBits), out var exists);
        if (!exists)
        {
            page = _pages.Count - 1;
            if ((long)_pages.Count * PageLength > _counts.Length)
            {
                Array.Resize(ref _counts, checked(2 * _counts.Length));
            }
        }

        return (page * PageLength) + (period & (PageLength - 1));
    }
}
