using System.Runtime.InteropServices;

namespace Krm.Analytics.Classification;

/// <summary>Keeps a bounded, reproducible sample of what streams by, without losing the rare categories.</summary>
/// <typeparam name="T">What is kept of a case.</typeparam>
/// <remarks>
/// Reservoir sampling by random keys (Vitter, Random Sampling with a Reservoir, 1985): each case draws a number from the seed
/// and its position, the smallest numbers stay. The <see cref="KeptOfEachCategory"/> smallest of each category stay in any
/// case; all others compete, so that frequent categories keep their shares. As long as nothing exceeds the bounds all cases
/// are kept, in their order. Memory is bounded by count and size; adding costs O(log n). Mutable, not thread-safe.
/// </remarks>
public sealed class StratifiedReservoir<T>
{
    /// <summary>Cases of a category that stay however many of other categories come.</summary>
    public const int KeptOfEachCategory = 20;

    private readonly int _maximumCount;
    private readonly long _maximumSize;
    private readonly ulong _seed;
    private readonly Dictionary<string, PriorityQueue<Entry, ulong>> _protected = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Entry, ulong> _competing = new();
    private int _count;
    private long _size;

    /// <summary>Creates an empty reservoir.</summary>
    /// <param name="maximumCount">Most cases kept, at least 1.</param>
    /// <param name="maximumSize">Most characters, or whatever the sizes count, kept together, at least 1.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound below 1.</exception>
    public StratifiedReservoir(int maximumCount, long maximumSize, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumSize, 1);
        _maximumCount = maximumCount;
        _maximumSize = maximumSize;
        _seed = new Evaluation.SeededGenerator((ulong)seed).Next();
    }

    /// <summary>How many cases were offered.</summary>
    public long Seen { get; private set; }

    /// <summary>The cases kept, in the order in which they came.</summary>
    public IReadOnlyList<T> Items =>
    [
        .. _protected.Values.SelectMany(queue => queue.UnorderedItems)
            .Concat(_competing.UnorderedItems)
            .Select(item => item.Element)
            .OrderBy(entry => entry.Position)
            .Select(entry => entry.Item),
    ];

    /// <summary>Offers a case.</summary>
    /// <param name="category">Its category; empty for none.</param>
    /// <param name="size">Its size, not below 0.</param>
    /// <param name="item">What to keep of it.</param>
    public void Add(string category, int size, T item)
    {
        ArgumentNullException.ThrowIfNull(category);
        var number = new Evaluation.SeededGenerator(_seed + (ulong)Seen).Next();
        var entry = new Entry(Seen++, size, item, number);
        ref var queue = ref CollectionsMarshal.GetValueRefOrAddDefault(_protected, category, out _);
        queue ??= new PriorityQueue<Entry, ulong>();
        Enqueue(queue, entry);
        _count++;
        _size += size;
        if (queue.Count > KeptOfEachCategory)
        {
            Enqueue(_competing, queue.Dequeue());
        }

        while (_count > _maximumCount || _size > _maximumSize)
        {
            var dropped = (_competing.Count > 0 ? _competing : queue).Dequeue();
            _count--;
            _size -= dropped.Size;
        }

        if (queue.Count == 0)
        {
            _protected.Remove(category);
        }
    }

    // The largest number leaves the queue first.
    private static void Enqueue(PriorityQueue<Entry, ulong> queue, Entry entry) => queue.Enqueue(entry, ~entry.Number);

    private readonly record struct Entry(long Position, int Size, T Item, ulong Number);
}
