using Krm.Cli.Batches;

namespace Krm.Cli.Tests.Batches;

public sealed class ReadAheadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1024)]
    [InlineData(50_000)]
    public void Of_AnyLength_GivesEveryItemInOrder(int length) =>
        Assert.Equal(Enumerable.Range(0, length), ReadAhead.Of(Enumerable.Range(0, length), CancellationToken.None));

    [Fact]
    public void Of_SourceThatFails_GivesWhatWasReadWholeAndThenTheFailure()
    {
        var seen = 0;

        var failure = Assert.Throws<RefusalException>(() =>
        {
            foreach (var _ in ReadAhead.Of(FailingAfter(3_000), CancellationToken.None))
            {
                seen++;
            }
        });

        Assert.Equal("Zeile 3001", failure.Message);
        Assert.Equal(2_048, seen);
    }

    [Fact]
    public void Of_CallerStopsEarly_ReadsNoFurtherAfterwards()
    {
        var read = 0;
        IEnumerable<int> Endless()
        {
            while (true)
            {
                yield return read++;
            }
        }

        Assert.Equal([0, 1, 2], ReadAhead.Of(Endless(), CancellationToken.None).Take(3));

        var afterwards = read;
        Thread.Sleep(20);
        Assert.Equal(afterwards, read);
    }

    [Fact]
    public void Of_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (var item in ReadAhead.Of(Enumerable.Range(0, int.MaxValue), source.Token))
            {
                if (item == 5_000)
                {
                    source.Cancel();
                }
            }
        });
    }

    private static IEnumerable<int> FailingAfter(int count)
    {
        for (var item = 0; item < count; item++)
        {
            yield return item;
        }

        throw new RefusalException("Zeile 3001");
    }
}
