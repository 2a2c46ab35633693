using Krm.Analytics.Regression;

namespace Krm.Analytics.Effects;

/// <summary>Finds a peak just before a measure, which would make any later period look like a success.</summary>
internal static class PeakBefore
{
    private const double OneSidedFivePercent = 1.645;

    /// <summary>How many periods before the measure are a peak; 0 for none.</summary>
    /// <remarks>The last weeks before the measure are compared with what the time before them leads to expect.</remarks>
    public static int Length(MeasuredSeries series, EffectOptions options)
    {
        var window = Math.Max(1, series.PeriodsPerYear / 13);
        var longest = Math.Min(3 * window, series.FirstPeriodAfter / 4);
        for (var length = longest; length >= 1; length--)
        {
            if (length <= 2 || length % window == 0)
            {
                if (IsPeak(series, options, length))
                {
                    return length;
                }
            }
        }

        return 0;
    }

    private static bool IsPeak(MeasuredSeries series, EffectOptions options, int length)
    {
        var design = EffectDesign.Build(series, options with { HasTrend = false }, length, hasEffect: false);
        if (design.Counts.Length <= design.Terms.GetLength(1) + 2 || design.Counts.Sum() < 1)
        {
            return false;
        }

        var fit = CountRegression.Fit(design.Terms, design.Counts, design.Exposure, CountFamily.QuasiPoisson);
        var whole = EffectDesign.Build(series, options with { HasTrend = false }, 0, hasEffect: false);
        var expected = 0.0;
        var observed = 0.0;
        for (var row = whole.Counts.Length - length; row < whole.Counts.Length; row++)
        {
            var linear = whole.Exposure is null ? 0 : Math.Log(whole.Exposure[row]);
            for (var column = 0; column < fit.Coefficients.Count; column++)
            {
                linear += whole.Terms[row, column] * fit.Coefficients[column];
            }

            expected += Math.Exp(linear);
            observed += whole.Counts[row];
        }

        return observed - expected > OneSidedFivePercent * Math.Sqrt(Math.Max(1, fit.Dispersion) * Math.Max(expected, 1));
    }
}
