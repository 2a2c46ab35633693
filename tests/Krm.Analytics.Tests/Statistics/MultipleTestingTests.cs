using System.Globalization;
using Krm.Analytics.Statistics;

namespace Krm.Analytics.Tests.Statistics;

public class MultipleTestingTests
{
    [SharedDataFact("data/causes/p_adjust.csv")]
    public void Adjusted_EveryCase_EqualsR()
    {
        foreach (var group in SharedData.Csv("data/causes/p_adjust.csv").GroupBy(row => row["case"]))
        {
            var rows = group.Where(row => row["p"].Length > 0).ToList();
            var p = Column(rows, "p");
            AssertClose(Column(rows, "BH"), MultipleTesting.BenjaminiHochberg(p), group.Key);
            AssertClose(Column(rows, "BY"), MultipleTesting.BenjaminiYekutieli(p), group.Key);
            AssertClose(Column(rows, "holm"), MultipleTesting.Holm(p), group.Key);
        }
    }

    [Fact]
    public void BenjaminiHochberg_Example_IsAsByHand()
    {
        var adjusted = MultipleTesting.BenjaminiHochberg([0.04, 0.01, 0.03, 0.5]);

        Assert.Equal([0.16 / 3, 0.04, 0.16 / 3, 0.5], adjusted, (left, right) => Math.Abs(left - right) < 1e-15);
        Assert.Equal(0.04, MultipleTesting.Simes([0.04, 0.01, 0.03, 0.5]), 15);
        Assert.Empty(MultipleTesting.BenjaminiYekutieli([]));
    }

    [Fact]
    public void Adjusted_NotAProbability_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MultipleTesting.BenjaminiHochberg([0.1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MultipleTesting.Holm([-0.1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MultipleTesting.BenjaminiYekutieli([1.1]));
    }

    private static double[] Column(List<IReadOnlyDictionary<string, string>> rows, string name) =>
        [.. rows.Select(row => double.Parse(row[name], CultureInfo.InvariantCulture))];

    private static void AssertClose(double[] expected, double[] actual, string name)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 1e-10 * Math.Abs(expected[i]), $"{name} {i}: {expected[i]} {actual[i]}");
        }
    }
}
