using Krm.Analytics.Classification.Training;

namespace Krm.Analytics.Tests.Classification.Training;

public sealed class ThresholdSearchTests
{
    [Fact]
    public void Best_SeparatedOutcomes_LiesBetweenThem() =>
        Assert.Equal(0.5, ThresholdSearch.Best([(0.9, true), (0.6, true), (0.4, false), (0.1, false)]), 9);

    [Fact]
    public void Best_RareCategory_GoesBelowOneHalf() =>
        Assert.Equal(0.2, ThresholdSearch.Best([(0.35, true), (0.3, false), (0.25, true), (0.15, false), (0.1, false)]), 9);

    [Fact]
    public void Best_TiedOutcomes_StayTogether() =>
        Assert.Equal(0.6, ThresholdSearch.Best([(0.7, true), (0.7, false), (0.5, false), (0.5, false), (0.5, false)]), 9);
}
