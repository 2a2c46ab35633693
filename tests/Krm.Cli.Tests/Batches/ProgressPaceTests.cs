using Krm.Cli.Batches;

namespace Krm.Cli.Tests.Batches;

public sealed class ProgressPaceTests
{
    [Fact]
    public void Describe_HalfDone_TellsRateAndRemainingTime()
    {
        var pace = new ProgressPace("plan", Language.German);
        pace.Describe(TimeSpan.Zero, 0, 0);

        Assert.Equal("plan: 50.000 Zeilen, 50 %, 5.000 Zeilen/s, noch 0:10", pace.Describe(TimeSpan.FromSeconds(10), 50_000, 0.5).Replace('\u00a0', ' '));
    }

    [Fact]
    public void Describe_ContinuedRun_RateCountsOnlyNewRows()
    {
        var pace = new ProgressPace("plan", Language.English);
        pace.Describe(TimeSpan.Zero, 900_000, 0.9);

        Assert.Equal("plan: 950,000 rows, 95%, 10,000 rows/s, 0:05 left", pace.Describe(TimeSpan.FromSeconds(5), 950_000, 0.95));
    }

    [Fact]
    public void Describe_WholeUnknown_TellsNoRemainingTime()
    {
        var pace = new ProgressPace("count", Language.English);
        pace.Describe(TimeSpan.Zero, 0, null);

        Assert.Equal("count: 2,000 rows, 1,000 rows/s", pace.Describe(TimeSpan.FromSeconds(2), 2_000, null));
        Assert.Equal("count", new ProgressPace("count", Language.English).Describe(TimeSpan.Zero, 0, null));
    }

    [Fact]
    public void Describe_LongWork_TellsHours()
    {
        var pace = new ProgressPace("run", Language.English);
        pace.Describe(TimeSpan.Zero, 0, 0);

        Assert.EndsWith("1:39:00 left", pace.Describe(TimeSpan.FromMinutes(1), 100, 0.01), StringComparison.Ordinal);
    }
}
