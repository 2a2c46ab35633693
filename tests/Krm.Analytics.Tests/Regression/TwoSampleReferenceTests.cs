using System.Globalization;
using Krm.Analytics.Regression;

namespace Krm.Analytics.Tests.Regression;

/// <summary>Two groups and a straight trend, equal to R 4.2.2 (glm, MASS::glm.nb).</summary>
public sealed class TwoSampleReferenceTests
{
    [SharedDataFact("data/causes/nb_two_sample.csv")]
    public void Fit_TwoGroups_EqualsR()
    {
        var series = SharedData.Csv("data/causes/nb_two_sample_series.csv").GroupBy(row => row["case"])
            .ToDictionary(group => group.Key, group => group.ToList());
        foreach (var row in SharedData.Csv("data/causes/nb_two_sample.csv"))
        {
            var rows = series[row["case"]];
            double[] counts = [.. rows.Select(one => Number(one["y"]))];
            var design = Design(rows.Count, i => Number(rows[i]["group"]));
            var poisson = CountRegression.Fit(design, counts, null, CountFamily.Poisson);
            var quasi = CountRegression.Fit(design, counts, null, CountFamily.QuasiPoisson);
            AssertEqual(row, ("pois_b", poisson.Coefficients[1]), ("pois_se", poisson.StandardErrors[1]),
                ("quasi_phi", quasi.Dispersion), ("quasi_se", quasi.StandardErrors[1]), ("quasi_p", quasi.PValue(1)));

            var binomial = CountRegression.Fit(design, counts, null, CountFamily.NegativeBinomial);
            AssertEqual(row, ("nb_b0", binomial.Coefficients[0]), ("nb_b", binomial.Coefficients[1]));

            // Where counts are not over-dispersed R stops at some large θ and says so.
            if (row["converged"] == "TRUE")
            {
                AssertEqual(row, ("nb_theta", binomial.Theta), ("nb_theta_se", binomial.ThetaStandardError),
                    ("nb_se", binomial.StandardErrors[1]), ("nb_p_wald", binomial.PValue(1)), ("nb_loglik", binomial.LogLikelihood));
            }
            else
            {
                Assert.True(binomial.Theta > 1000);
            }
        }
    }

    [SharedDataFact("data/causes/trend.csv")]
    public void Fit_StraightTrend_EqualsR()
    {
        var series = SharedData.Csv("data/causes/trend_series.csv").GroupBy(row => row["case"])
            .ToDictionary(group => group.Key, group => group.Select(row => Number(row["y"])).ToArray());
        foreach (var row in SharedData.Csv("data/causes/trend.csv"))
        {
            var counts = series[row["case"]];
            var fit = CountRegression.Fit(Design(counts.Length, i => i + 1), counts, null, CountFamily.QuasiPoisson);

            AssertEqual(row, ("qp_slope", fit.Coefficients[1]), ("qp_se", fit.StandardErrors[1]), ("qp_p", fit.PValue(1)), ("phi", fit.Dispersion));
        }
    }

    private static double[,] Design(int rows, Func<int, double> term)
    {
        var design = new double[rows, 2];
        for (var row = 0; row < rows; row++)
        {
            (design[row, 0], design[row, 1]) = (1, term(row));
        }

        return design;
    }

    private static void AssertEqual(IReadOnlyDictionary<string, string> row, params (string Name, double Actual)[] pairs)
    {
        foreach (var (name, actual) in pairs)
        {
            var expected = Number(row[name]);
            Assert.True(Math.Abs(expected - actual) <= 1e-6 * Math.Max(Math.Abs(expected), 1e-6), $"{row["case"]} {name}: R {expected:R}, here {actual:R}");
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
