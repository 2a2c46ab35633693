using System.Globalization;
using Krm.Analytics.Effects;
using Krm.Analytics.Regression;

namespace Krm.Analytics.Tests.Effects;

/// <summary>With the model and the interval of the reference the verifier gives the figures of R 4.2.2.</summary>
public sealed class EffectVerifierReferenceTests
{
    [SharedDataFact("data/causes/its_counterfactual.csv")]
    public void Verify_ModelOfTheReference_EqualsR()
    {
        var series = SharedData.Csv("data/causes/its_series.csv").GroupBy(row => row["case"])
            .ToDictionary(group => group.Key, group => group.Select(row => (long)Number(row["y"])).ToArray());
        var effects = SharedData.Csv("data/causes/its_coefficients.csv").Where(row => row["term"] == "D").ToDictionary(Key);
        var compared = 0;
        foreach (var row in SharedData.Csv("data/causes/its_counterfactual.csv"))
        {
            var effect = effects[Key(row)];
            var measured = new MeasuredSeries(series[row["case"]], (int)Number(effect["T0"]) - 1, (int)Number(effect["period"]));
            var options = new EffectOptions
            {
                Family = row["family"] switch { "poisson" => CountFamily.Poisson, "quasi" => CountFamily.QuasiPoisson, _ => CountFamily.NegativeBinomial },
                HasSlopeChange = row["slope"] == "TRUE",
                Harmonics = (int)Number(row["harm"]),
                HasTrend = true,
                LeavesOutPeakBefore = false,
                Interval = EffectInterval.Wald,
            };
            var result = EffectVerifier.Verify(measured, options);
            var pairs = new List<(string Name, double Expected, double Actual)>
            {
                ("observed", Number(row["observed_post"]), result.Observed),
                ("counterfactual", Number(row["counterfactual_post"]), result.Expected),
                ("averted", Number(row["averted"]), result.Averted),
                ("ratio", Number(row["ratio_post"]), result.RateRatio),
            };
            if (!options.HasSlopeChange)
            {
                pairs.Add(("low", Number(effect["rr_lo"]), result.Low));
                pairs.Add(("high", Number(effect["rr_hi"]), result.High));
                pairs.Add(("p", Number(effect["p"]), result.PValue));
                var robust = EffectVerifier.Verify(measured, options with { Interval = EffectInterval.NeweyWest });
                pairs.Add(("Newey–West", Number(effect["se_nw4"]), Math.Log(robust.High / robust.Low) / 2 / 1.959963984540054));
            }

            foreach (var (name, expected, actual) in pairs)
            {
                Assert.True(
                    Math.Abs(expected - actual) <= 1e-6 * Math.Max(Math.Abs(expected), 1e-6),
                    $"{string.Join(' ', Key(row))} {name}: R {expected:R}, here {actual:R}");
                compared++;
            }
        }

        Assert.Equal(396, compared);
    }

    private static (string Case, string Family, string Slope, string Harmonics) Key(IReadOnlyDictionary<string, string> row) =>
        (row["case"], row["family"], row["slope"], row["harm"]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
