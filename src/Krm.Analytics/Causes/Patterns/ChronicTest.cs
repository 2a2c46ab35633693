using Krm.Analytics.Statistics;

namespace Krm.Analytics.Causes.Patterns;

/// <summary>Compares the rate of each unit with that of all comparable ones: a funnel with over-dispersion.</summary>
/// <remarks>
/// Spiegelhalter (2005, Statist. Med. 24, 1185), additive form: how much units differ anyway is a variance between them on
/// the logarithmic scale, estimated from the median absolute difference so that hot spots do not hide themselves;
/// chance is as large as the scatter of the unit from period to period says. Only where the host gives an exposure: without
/// one there is nothing to compare.
/// </remarks>
internal static class ChronicTest
{
    private const int FewestUnits = 5;
    private const double MedianToDeviation = 1.4826;
    private const double LeastRatio = 1.2;

    /// <summary>The p-value of each unit, its expected cases, and their variance by mean; p-values NaN for too few units.</summary>
    public static (double[] PValues, double[] Expected, double[] Dispersions) Test(IReadOnlyList<CellSeries> units)
    {
        var exposures = units.Select(unit => unit.Exposure!.Sum()).ToArray();
        var rates = units.Select((unit, i) => unit.Total / exposures[i]).Order().ToArray();
        var pValues = Enumerable.Repeat(double.NaN, units.Count).ToArray();
        if (units.Count < FewestUnits)
        {
            return (pValues, pValues, pValues);
        }

        var median = rates[rates.Length / 2];
        var expected = exposures.Select(exposure => median * exposure).ToArray();
        var logRatios = units.Select((unit, i) => Math.Log((unit.Total + 0.5) / (expected[i] + 0.5))).ToArray();
        var spread = MedianToDeviation * Median(logRatios.Select(Math.Abs));
        var scatter = units.Select(unit => ReferenceCourse.OfExposure(unit.Counts, unit.Exposure!).Dispersion(0, 0)).ToArray();
        var chances = scatter.Select((value, i) => value / (expected[i] + 0.5)).ToArray();
        var between = Math.Max(0, (spread * spread) - Median(chances));
        for (var i = 0; i < units.Count; i++)
        {
            pValues[i] = units[i].Total > LeastRatio * expected[i] && IsLasting(units[i], expected[i] / exposures[i])
                ? ExactTails.NormalUpper(logRatios[i] / Math.Sqrt(between + chances[i]))
                : 1;
        }

        return (pValues, expected, [.. scatter.Select((value, i) => value + (between * expected[i]))]);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    /// <summary>Whether the unit lies above expectation in at least three quarters of the time.</summary>
    private static bool IsLasting(CellSeries unit, double rate)
    {
        const int Parts = 8;
        var above = 0;
        for (var part = 0; part < Parts; part++)
        {
            var (start, end) = (part * unit.Counts.Length / Parts, (part + 1) * unit.Counts.Length / Parts);
            var observed = unit.Counts.AsSpan(start, end - start).ToArray().Sum(count => (long)count);
            above += observed > rate * unit.Exposure.AsSpan(start, end - start).ToArray().Sum() ? 1 : 0;
        }

        return above * 4 >= Parts * 3;
    }
}
