using System.Globalization;
using Krm.Analytics.Regression;

namespace Krm.Analytics.Tests.Regression;

/// <summary>Coefficients, errors and intervals equal to those of R 4.2.2 (glm, MASS::glm.nb, sandwich).</summary>
public sealed class SegmentedRegressionReferenceTests
{
    [SharedDataFact("data/causes/its_coefficients.csv")]
    public void Fit_EveryReferenceCase_EqualsR()
    {
        var series = SharedData.Csv("data/causes/its_series.csv")
            .GroupBy(row => row["case"])
            .ToDictionary(group => group.Key, group => group.Select(row => Number(row["y"])).ToArray());
        var worst = 0.0;
        foreach (var group in SharedData.Csv("data/causes/its_coefficients.csv")
            .GroupBy(row => (row["case"], row["family"], row["slope"], row["harm"])))
        {
            var rows = group.ToList();
            var counts = series[group.Key.Item1];
            var design = Design(counts.Length, rows[0], [.. rows.Select(row => row["term"])]);
            var family = group.Key.Item2 switch
            {
                "poisson" => CountFamily.Poisson,
                "quasi" => CountFamily.QuasiPoisson,
                _ => CountFamily.NegativeBinomial,
            };
            var fit = CountRegression.Fit(design, counts, null, family);
            var neweyWest = RobustCovariance.NeweyWest(design, counts, fit, 4);
            var white = RobustCovariance.White(design, counts, fit);
            for (var term = 0; term < rows.Count; term++)
            {
                var row = rows[term];
                var (low, high) = fit.WaldInterval(term);
                var (profileLow, profileHigh) = ProfileLikelihood.Interval(design, counts, null, fit, term);
                foreach (var (name, actual) in new[]
                {
                    ("coef", fit.Coefficients[term]), ("se", fit.StandardErrors[term]), ("p", fit.PValue(term)),
                    ("wald_lo", low), ("wald_hi", high), ("rr", Math.Exp(fit.Coefficients[term])),
                    ("rr_lo", Math.Exp(low)), ("rr_hi", Math.Exp(high)), ("prof_lo", profileLow), ("prof_hi", profileHigh), ("se_nw4", neweyWest[term]), ("se_hc0", white[term]),
                    ("deviance", fit.Deviance),
                })
                {
                    var difference = Difference(actual, Number(row[name]));
                    worst = Math.Max(worst, difference);
                    Assert.True(difference < 1e-6, $"{group.Key} {row["term"]} {name}: {actual} instead of {row[name]}");
                }
            }

            if (family == CountFamily.NegativeBinomial)
            {
                Assert.True(Difference(fit.Theta, Number(rows[0]["theta"])) < 1e-6, $"{group.Key} theta");
                Assert.True(Difference(fit.ThetaStandardError, Number(rows[0]["theta_se"])) < 1e-6, $"{group.Key} theta_se");
                Assert.True(Difference(fit.LogLikelihood, Number(rows[0]["loglik"])) < 1e-6, $"{group.Key} likelihood");
            }
        }

        Assert.InRange(worst, 0, 1e-6);
    }

    private static double[,] Design(int length, IReadOnlyDictionary<string, string> row, string[] terms)
    {
        var start = Number(row["T0"]);
        var period = Number(row["period"]);
        var design = new double[length, terms.Length];
        for (var index = 0; index < length; index++)
        {
            var time = index + 1.0;
            for (var term = 0; term < terms.Length; term++)
            {
                design[index, term] = terms[term] switch
                {
                    "(Intercept)" => 1,
                    "t" => time,
                    "D" => time >= start ? 1 : 0,
                    "TS" => time >= start ? time - start : 0,
                    ['s', .. var order] => Math.Sin(2 * Math.PI * Number(order) * time / period),
                    ['c', .. var order] => Math.Cos(2 * Math.PI * Number(order) * time / period),
                    var other => throw new InvalidOperationException(other),
                };
            }
        }

        return design;
    }

    // Absolute near zero, relative elsewhere: p-values go down to 1e-60.
    private static double Difference(double actual, double expected) =>
        Math.Abs(actual - expected) / Math.Max(1e-6, Math.Abs(expected));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
