using Krm.Analytics.Causes.Patterns;
using Krm.Analytics.Tests.Causes.Detectors;

namespace Krm.Analytics.Tests.Causes.Patterns;

public class TrendTestTests
{
    private const int Weeks = 300;

    [Fact]
    public void Fit_RiseFromTheBeginning_IsMostlyDatedThere()
    {
        var fromTheBeginning = Enumerable.Range(1, 40).Count(seed => TrendTest.Fit(Rising(seed, 0)).Start == 0);

        Assert.InRange(fromTheBeginning, 34, 40);
    }

    [Fact]
    public void Fit_RiseFromTheMiddle_IsDatedAroundItByHalfAYear()
    {
        var starts = Enumerable.Range(1, 21).Select(seed => TrendTest.Fit(Rising(seed, 150)).Start).Order().ToList();

        Assert.InRange(starts[10], 140, 160);
        Assert.InRange(starts.Count(start => Math.Abs(start - 150) <= 26), 17, 21);
    }

    [Fact]
    public void Fit_Rise_GivesItsSlope() => Assert.InRange(TrendTest.Fit(Rising(1, 0)).Slope, 0.0055, 0.0085);

    [Fact]
    public void Growth_BeforeAndAfterTheStart_IsEvenOnTheLogarithmicScale()
    {
        var growth = TrendTest.Growth(5, 2, Math.Log(2));

        Assert.Equal([1, 1, 1, 2, 4], growth.Select(factor => Math.Round(factor, 12)));
    }

    private static ReferenceCourse Rising(int seed, int start)
    {
        var random = new Random(seed);
        int[] counts = [.. Enumerable.Range(0, Weeks).Select(week => Draw.Poisson(random, 10 * Math.Exp(0.007 * Math.Max(0, week - start))))];
        return ReferenceCourse.OfExposure(counts, [.. counts.Select(_ => 1.0)]);
    }
}
