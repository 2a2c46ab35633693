using FsCheck;
using FsCheck.Fluent;

namespace Krm.Reporting.Tests;

public class ShareIntervalTests
{
    [Theory]
    [InlineData(8, 10, .4901625, .9433178)]
    [InlineData(0, 20, 0, .1611252)]
    [InlineData(50, 50, .9286524, 1)]
    public void Wilson_KnownCases_EqualsPublishedFormula(long hits, long total, double low, double high)
    {
        var interval = ShareInterval.Wilson(hits, total);

        Assert.Equal(low, interval.Low, 1e-6);
        Assert.Equal(high, interval.High, 1e-6);
    }

    [Fact]
    public void Careful_AnyShare_FitsToAtLeastSmallestCountOtherNumbers()
    {
        var arbitrary = (from total in Gen.Choose(1, 400) from hits in Gen.Choose(0, total) select (hits, total)).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(arbitrary, pair =>
        {
            var shown = ShareInterval.Careful(pair.hits, pair.total, 5);
            var alike = Enumerable.Range(0, pair.total + 1).Count(other => ShareInterval.Careful(other, pair.total, 5) == shown);

            // At the ends of the scale only half a step is left: 0 to 2 misses of 5.
            Assert.True(alike >= 3 || pair.total < 3, $"{pair.hits} of {pair.total} looks like {alike} numbers");
        }));
    }

    [Fact]
    public void Careful_TooFew_IsNotShown() => Assert.Null(ShareInterval.Careful(4, 9, 5));
}
