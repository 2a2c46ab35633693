using Krm.Analytics.Causes;
using Krm.Analytics.Statistics;

namespace Krm.Analytics.Tests.Causes;

public class TreeSelectionTests
{
    private const double Rate = 0.05;
    private const int Families = 12;
    private const int Cells = 10;

    [Theory]
    [InlineData(FalseDiscoveryMethod.BenjaminiHochberg)]
    [InlineData(FalseDiscoveryMethod.BenjaminiYekutieli)]
    public void GetQValues_OneFamily_AreTheAdjustedPValues(FalseDiscoveryMethod method)
    {
        double[] pValues = [0.0001, 0.004, 0.019, 0.03, 0.2, 0.7];
        var adjusted = method == FalseDiscoveryMethod.BenjaminiHochberg
            ? MultipleTesting.BenjaminiHochberg(pValues)
            : MultipleTesting.BenjaminiYekutieli(pValues);

        // The root is not tested itself; its only family is. Each cell is then alone with itself.
        var selection = new TreeSelection([-1, .. pValues.Select(_ => 0)], [0, .. pValues.Select(_ => 1)], [double.NaN, .. pValues], method);

        foreach (var (expected, actual) in adjusted.Zip(selection.GetQValues(0.2).Skip(1)))
        {
            Assert.True(expected > 0.2 ? actual == 1 : Math.Abs(actual - expected) < 1e-5 * expected, $"{expected} {actual}");
        }
    }

    [Fact]
    public void Select_AnyDependence_IsStricter()
    {
        var random = new Random(4);
        for (var round = 0; round < 200; round++)
        {
            var tree = Draw(random, dependence: 0, planted: 2);
            var usual = Create(tree.PValues, FalseDiscoveryMethod.BenjaminiHochberg).Select(Rate);
            var strict = Create(tree.PValues, FalseDiscoveryMethod.BenjaminiYekutieli).Select(Rate);

            Assert.All(strict.Zip(usual), pair => Assert.True(!pair.First || pair.Second));
        }
    }

    [Theory]
    [InlineData(FalseDiscoveryMethod.BenjaminiHochberg, 0.0)]
    [InlineData(FalseDiscoveryMethod.BenjaminiHochberg, 0.7)]
    [InlineData(FalseDiscoveryMethod.BenjaminiYekutieli, 0.0)]
    [InlineData(FalseDiscoveryMethod.BenjaminiYekutieli, 0.7)]
    [InlineData(FalseDiscoveryMethod.BenjaminiYekutieli, -0.7)]
    public void Select_PlantedCells_KeepsTheFalseDiscoveryRate(FalseDiscoveryMethod method, double dependence)
    {
        const int Rounds = 1500;
        var random = new Random(5);
        var (shares, squares, found) = (0.0, 0.0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var (pValues, isPlanted) = Draw(random, dependence, planted: 3);
            var chosen = Create(pValues, method).Select(Rate);
            var hits = Enumerable.Range(0, chosen.Length).Count(i => chosen[i] && isPlanted[i]);
            var all = chosen.Count(flag => flag);
            var share = all == 0 ? 0 : (all - hits) / (double)all;
            shares += share;
            squares += share * share;
            found += hits;
        }

        var mean = shares / Rounds;
        var error = Math.Sqrt(((squares / Rounds) - (mean * mean)) / Rounds);
        Assert.True(mean <= Rate + (2 * error), $"realised {mean:0.0000} ± {error:0.0000}");
        Assert.True(found > Rounds, $"hardly anything is found: {found}");
    }

    private static TreeSelection Create(double[] pValues, FalseDiscoveryMethod method)
    {
        var parents = new List<int> { -1 };
        var families = new List<int> { 0 };
        for (var unit = 0; unit < Families; unit++)
        {
            parents.Add(0);
            families.Add(1);
        }

        for (var cell = 0; cell < Families * Cells; cell++)
        {
            parents.Add(1 + (cell / Cells));
            families.Add(2);
        }

        return new TreeSelection(parents, families, pValues, method);
    }

    /// <summary>One-sided p-values of normal deviates; the cells of a unit share a part, half of them with the other sign if it is negative.</summary>
    private static (double[] PValues, bool[] IsPlanted) Draw(Random random, double dependence, int planted)
    {
        var pValues = new double[1 + Families + (Families * Cells)];
        var isPlanted = new bool[pValues.Length];
        Array.Fill(pValues, double.NaN, 0, 1 + Families);
        for (var unit = 0; unit < Families; unit++)
        {
            var common = Detectors.Draw.Normal(random);
            for (var cell = 0; cell < Cells; cell++)
            {
                var index = 1 + Families + (unit * Cells) + cell;
                isPlanted[index] = unit < planted && cell < 3;
                var sign = dependence < 0 && cell % 2 == 1 ? -1 : 1;
                var deviate = (sign * Math.Sqrt(Math.Abs(dependence)) * common)
                    + (Math.Sqrt(1 - Math.Abs(dependence)) * Detectors.Draw.Normal(random)) + (isPlanted[index] ? 4 : 0);
                pValues[index] = ExactTails.NormalUpper(deviate);
            }
        }

        return (pValues, isPlanted);
    }
}
