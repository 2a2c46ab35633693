using Krm.Analytics.Statistics;

namespace Krm.Analytics.Tests.Statistics;

public class ExactTailsTests
{
    [Fact]
    public void BinomialMidP_EverySmallCase_EqualsTheSum()
    {
        for (var n = 1; n <= 12; n++)
        {
            for (var k = 0; k <= n; k++)
            {
                var naive = 0.0;
                for (var i = k; i <= n; i++)
                {
                    naive += (i == k ? 0.5 : 1) * Choose(n, i) * Math.Pow(0.3, i) * Math.Pow(0.7, n - i);
                }

                Assert.Equal(naive, ExactTails.BinomialMidP(k, n, 0.3), 1e-13);
            }
        }
    }

    [Fact]
    public void HypergeometricMidP_EverySmallCase_EqualsTheSum()
    {
        const int All = 14;
        for (var drawn = 0; drawn <= All; drawn++)
        {
            for (var inWindow = 0; inWindow <= All; inWindow++)
            {
                for (var k = Math.Max(0, drawn + inWindow - All); k <= Math.Min(drawn, inWindow); k++)
                {
                    var naive = 0.0;
                    for (var i = k; i <= Math.Min(drawn, inWindow); i++)
                    {
                        naive += (i == k ? 0.5 : 1) * Choose(inWindow, i) * Choose(All - inWindow, drawn - i) / Choose(All, drawn);
                    }

                    Assert.Equal(naive, ExactTails.HypergeometricMidP(k, drawn, inWindow, All), 1e-13);
                }
            }
        }
    }

    [Fact]
    public void Disperse_NormalTail_DividesTheDeviate()
    {
        Assert.Equal(ExactTails.NormalUpper(2), ExactTails.Disperse(ExactTails.NormalUpper(4), 4), 12);
        Assert.Equal(0.01, ExactTails.Disperse(0.01, 0.5), 12);
    }

    private static double Choose(int n, int k)
    {
        if (k < 0 || k > n)
        {
            return 0;
        }

        var product = 1.0;
        for (var i = 1; i <= k; i++)
        {
            product = product * (n - k + i) / i;
        }

        return product;
    }
}
