using System.Globalization;
using Krm.Analytics.Statistics;

namespace Krm.Analytics.Tests.Statistics;

public class RateComparisonTests
{
    [SharedDataFact("data/causes/rate_ratio_poisson.csv")]
    public void Compare_EveryRow_EqualsR()
    {
        var compared = 0;
        foreach (var row in SharedData.Csv("data/causes/rate_ratio_poisson.csv").Where(row => row["rr"].Length > 0))
        {
            var result = RateComparison.Compare((long)Number(row["x1"]), Number(row["T1"]), (long)Number(row["x2"]), Number(row["T2"]));
            var pairs = new (string Column, double Actual)[]
            {
                ("rr", result.RateRatio), ("p_two", result.PTwoSided), ("p_greater", result.PGreater), ("p_less", result.PLess),
                ("ci95_lo", result.Low), ("ci95_hi", result.High), ("midp_greater", result.MidPGreater), ("midp_less", result.MidPLess),
                ("midp_two", result.MidPTwoSided), ("wald_lo", result.WaldLow), ("wald_hi", result.WaldHigh), ("p_score", result.PScore),
            };
            foreach (var (column, actual) in pairs)
            {
                var expected = Number(row[column]);
                Assert.True(
                    expected.Equals(actual) || Math.Abs(expected - actual) <= 1e-10 * Math.Abs(expected),
                    $"{row["x1"]}/{row["T1"]} {row["x2"]}/{row["T2"]} {column}: R {expected:R}, here {actual:R}");
                compared++;
            }
        }

        Assert.Equal(12 * 17, compared);
    }

    [Fact]
    public void Compare_Exchanged_IsTheReciprocal()
    {
        var one = RateComparison.Compare(12, 3, 30, 5);
        var other = RateComparison.Compare(30, 5, 12, 3);

        Assert.Equal(one.RateRatio, 1 / other.RateRatio, 1e-12);
        Assert.Equal(one.Low, 1 / other.High, 1e-12);
        Assert.Equal(one.PGreater, other.PLess, 1e-14);
        Assert.Equal(one.PTwoSided, other.PTwoSided, 1e-14);
    }

    [Fact]
    public void Compare_ImpossibleInput_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RateComparison.Compare(0, 1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateComparison.Compare(-1, 1, 3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateComparison.Compare(1, 0, 3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateComparison.Compare(1, 1, 3, double.NaN));
    }

    private static double Number(string text) => text switch
    {
        "" => double.NaN,
        "Inf" => double.PositiveInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
