namespace Krm.Cli.Batches;

/// <summary>Handles items on all cores and hands over the results in the order of the items.</summary>
internal static class OrderedParallel
{
    /// <summary>How many items are in memory at a time.</summary>
    public const int BlockSize = 2048;

    /// <summary>Runs over all items, block by block.</summary>
    /// <param name="items">The items, enumerated on the calling thread.</param>
    /// <param name="compute">Called from several threads at once.</param>
    /// <param name="consume">Called on the calling thread, in order.</param>
    /// <param name="endBlock">Called after each block, on the calling thread.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    public static void Run<TItem, TResult>(
        IEnumerable<TItem> items,
        Func<TItem, TResult> compute,
        Action<TItem, TResult> consume,
        Action endBlock,
        CancellationToken cancellation)
    {
        foreach (var block in items.Chunk(BlockSize))
        {
            cancellation.ThrowIfCancellationRequested();
            var results = new TResult[block.Length];
            Parallel.For(0, block.Length, index => results[index] = compute(block[index]));
            for (var index = 0; index < block.Length; index++)
            {
                consume(block[index], results[index]);
            }

            endBlock();
        }
    }
}
