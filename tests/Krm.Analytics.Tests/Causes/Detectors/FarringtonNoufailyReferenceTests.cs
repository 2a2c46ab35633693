using System.Globalization;
using Krm.Analytics.Causes.Detectors;

namespace Krm.Analytics.Tests.Causes.Detectors;

public class FarringtonNoufailyReferenceTests
{
    private const double Tolerance = 1e-6;

    private static readonly FarringtonNoufailySettings Classic = new()
    {
        Parts = 1,
        ExcludedPeriods = 3,
        TrendThreshold = 0.05,
        Limit = LimitMethod.Delta,
    };

    private static readonly Dictionary<string, FarringtonNoufailySettings> Configurations = new()
    {
        ["default"] = Classic with { Alpha = 0.05 },
        ["b3w3"] = Classic with { Years = 3, Alpha = 0.01 },
        ["noufaily10"] = new() { Alpha = 0.005 },
        ["noufaily10b3"] = new() { Years = 3, Alpha = 0.01 },
        ["muan10b3"] = new() { Years = 3, Alpha = 0.01, Limit = LimitMethod.NegativeBinomialAtUpperMean },
        ["delta10b3"] = new() { Years = 3, Alpha = 0.01, Limit = LimitMethod.Delta },
        ["noRewNoTrend"] = Classic with { Years = 3, Alpha = 0.01, Reweights = false, AllowsTrend = false },
        ["limitOff"] = Classic with { Years = 3, Alpha = 0.01, RecentCases = 0, Limit = LimitMethod.NegativeBinomial },
    };

    [SharedDataFact("data/causes/farringtonFlexible.csv")]
    public void Score_EveryConfiguration_EqualsR()
    {
        var series = SharedData.Csv("data/causes/series.csv").GroupBy(row => row["series"])
            .ToDictionary(group => group.Key, group => group.Select(row => int.Parse(row["observed"], CultureInfo.InvariantCulture)).ToArray());
        var compared = 0;
        var differences = new List<string>();
        foreach (var group in SharedData.Csv("data/causes/farringtonFlexible.csv").GroupBy(row => (row["series"], row["config"])))
        {
            var settings = Configurations[group.Key.Item2];
            var first = group.Min(row => int.Parse(row["t"], CultureInfo.InvariantCulture)) - 1;
            var scores = FarringtonNoufaily.Score(series[group.Key.Item1], first, settings).ToDictionary(score => score.Index + 1);
            foreach (var row in group)
            {
                var score = scores[int.Parse(row["t"], CultureInfo.InvariantCulture)];
                Compare(differences, row, "expected", score.Expected);
                Compare(differences, row, "upperbound", score.Upper);
                Compare(differences, row, "pvalue", score.PValue);
                Assert.Equal(row["alarm"] == "1", score.IsAlarm);
                compared++;
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {compared}:\n" + string.Join('\n', differences.Take(20)));
        Assert.Equal(1296, compared);
    }

    private static void Compare(List<string> differences, IReadOnlyDictionary<string, string> row, string column, double actual)
    {
        var expected = row[column].Length == 0 ? double.NaN : double.Parse(row[column], CultureInfo.InvariantCulture);
        if (double.IsNaN(expected) != double.IsNaN(actual) || Math.Abs(expected - actual) > Tolerance * Math.Abs(expected))
        {
            differences.Add($"{row["series"]} {row["config"]} {row["t"]} {column}: R {expected:R}, here {actual:R}");
        }
    }
}
