using Krm.Analytics.Statistics;

namespace Krm.Analytics.Tests.Statistics;

public sealed class CountTailsTests
{
    [Theory]
    [InlineData(0.999, 4e9, 1)]
    [InlineData(0.999, 1.5e9, 1e8)]
    public void Quantile_BeyondTheRangeOfCounts_IsTheLargestCount(double probability, double mean, double dispersion) =>
        Assert.Equal(int.MaxValue, CountTails.Quantile(probability, mean, dispersion));

    [Theory]
    [InlineData(0.95, 10, 1)]
    [InlineData(0.999, 250, 7)]
    [InlineData(0.5, 0.3, 2)]
    public void Quantile_OrdinaryCounts_IsTheFirstThatReachesTheProbability(double probability, double mean, double dispersion)
    {
        var quantile = CountTails.Quantile(probability, mean, dispersion);

        Assert.True(1 - CountTails.AtLeast(quantile + 1, mean, dispersion) >= probability - 1e-12);
        Assert.True(quantile == 0 || 1 - CountTails.AtLeast(quantile, mean, dispersion) < probability);
    }
}
