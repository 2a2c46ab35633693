using System.Collections.Concurrent;

namespace Krm.Cli.Batches;

/// <summary>Reads items on a thread of its own while the caller handles those before: reading and handling take turns no more.</summary>
internal static class ReadAhead
{
    private const int BlockSize = 1024;
    private const int BlocksAhead = 4;

    /// <summary>The items in their order; what reading throws is thrown to the caller when its turn comes.</summary>
    /// <param name="items">The items, enumerated on another thread.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<T> items, CancellationToken cancellation)
    {
        using var blocks = new BlockingCollection<T[]>(BlocksAhead);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = Task.Run(() => Fill(blocks, items, stopping.Token), CancellationToken.None);
        try
        {
            foreach (var block in blocks.GetConsumingEnumerable(cancellation))
            {
                foreach (var item in block)
                {
                    yield return item;
                }
            }

            reading.GetAwaiter().GetResult();
        }
        finally
        {
            // A caller that stops early must not leave a reader behind that uses what the caller closes.
            stopping.Cancel();
            reading.ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }

    private static void Fill<T>(BlockingCollection<T[]> blocks, IEnumerable<T> items, CancellationToken stopping)
    {
        try
        {
            foreach (var block in items.Chunk(BlockSize))
            {
                blocks.Add(block, stopping);
            }
        }
        finally
        {
            blocks.CompleteAdding();
        }
    }
}
