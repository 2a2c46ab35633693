using Krm.Analytics.Regression;
using MathNet.Numerics.Distributions;

namespace Krm.Analytics.Effects;

/// <summary>(Wirkungsprüfung) Tells whether a measure changed the number of cases: interrupted time series regression.</summary>
/// <remarks>
/// Segmented regression with logarithmic link, season, trend, exposure and an optional control series (Bernal, Cummins,
/// Gasparrini, Int J Epidemiol 2017;46:348). A peak just before the measure is left out of the comparison, because
/// counts fall after a peak by themselves. Pure and thread-safe; about a millisecond for three years of weeks.
/// </remarks>
public static class EffectVerifier
{
    private const int FewestPeriodsBefore = 8;
    private const int FewestPeriodsAfter = 4;
    private const double FewestExpected = 5;

    // An interval that holds both a third less and half as much again says nothing.
    private const double LargeDecrease = 2.0 / 3;
    private const double LargeIncrease = 1.5;

    /// <summary>Compares what happened after a measure with what would have been expected without it.</summary>
    /// <param name="series">The counts.</param>
    /// <param name="options">The model; null for the defaults.</param>
    /// <returns>The verification; never null.</returns>
    /// <example><code>
    /// var verification = EffectVerifier.Verify(new MeasuredSeries(weeklyCounts, firstPeriodAfter: 80, periodsPerYear: 52));
    /// Console.WriteLine(verification.Sentence);
    /// </code></example>
    public static EffectVerification Verify(MeasuredSeries series, EffectOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        options ??= new EffectOptions();
        var observed = series.Counts.Skip(series.FirstPeriodAfter).Sum();
        var after = series.Counts.Count - series.FirstPeriodAfter;
        if (series.FirstPeriodAfter < FewestPeriodsBefore || after < FewestPeriodsAfter)
        {
            return NotEnough(observed, EffectSentence.TooShort(series.FirstPeriodAfter, after));
        }

        var before = series.Counts.Take(series.FirstPeriodAfter).Sum();
        if (before < FewestExpected || observed + before < 2 * FewestExpected)
        {
            return NotEnough(observed, EffectSentence.TooFew(before + observed));
        }

        var leftOut = options.LeavesOutPeakBefore ? PeakBefore.Length(series, options) : 0;
        var design = EffectDesign.Build(series, options, leftOut, hasEffect: true);
        if (design.Counts.Length <= design.Terms.GetLength(1) + 2 || observed == 0)
        {
            return NotEnough(observed, EffectSentence.TooFew(before + observed));
        }

        var fit = CountRegression.Fit(design.Terms, design.Counts, design.Exposure, options.Family);
        var isAutocorrelated = ResidualCorrelation.IsSignificant(design.Counts, fit);
        var estimate = EffectEstimate.From(design, fit, isAutocorrelated, options);
        if (estimate.Expected < FewestExpected || double.IsNaN(estimate.LogError))
        {
            return NotEnough(observed, EffectSentence.TooFew(before + observed));
        }

        var result = Describe(estimate, fit, observed, leftOut, isAutocorrelated, options);
        return result with { Sentence = EffectSentence.For(result, series, options.ConfidenceLevel) };
    }

    private static EffectVerification Describe(
        EffectEstimate estimate, CountRegressionFit fit, long observed, int leftOut, bool isAutocorrelated,
        EffectOptions options)
    {
        var probability = 0.5 + (options.ConfidenceLevel / 2);
        var quantile = options.Interval == EffectInterval.Cautious
            ? StudentT.InvCDF(0, 1, fit.ResidualDegreesOfFreedom, probability)
            : Normal.InvCDF(0, 1, probability);
        var low = Math.Exp(estimate.LogRatio - (quantile * estimate.LogError));
        var high = Math.Exp(estimate.LogRatio + (quantile * estimate.LogError));
        var fitted = estimate.Fitted;
        return new EffectVerification
        {
            Verdict = Judge(low, high),
            RateRatio = Math.Exp(estimate.LogRatio),
            Low = low,
            High = high,
            PValue = PValue(estimate, fit, options),
            Averted = estimate.Expected - fitted,
            AvertedLow = (fitted / high) - fitted,
            AvertedHigh = (fitted / low) - fitted,
            Observed = observed,
            Expected = estimate.Expected,
            PeakPeriodsLeftOut = leftOut,
            IsAutocorrelated = isAutocorrelated,
            Sentence = "",
        };
    }

    private static double PValue(EffectEstimate estimate, CountRegressionFit fit, EffectOptions options)
    {
        var deviate = -Math.Abs(estimate.LogRatio / estimate.LogError);
        return options.Interval == EffectInterval.Cautious || fit.Family == CountFamily.QuasiPoisson
            ? 2 * StudentT.CDF(0, 1, fit.ResidualDegreesOfFreedom, deviate)
            : 2 * Normal.CDF(0, 1, deviate);
    }

    private static EffectVerdict Judge(double low, double high) => (low, high) switch
    {
        (_, < 1) => EffectVerdict.Improved,
        ( > 1, _) => EffectVerdict.Worse,
        ( < LargeDecrease, > LargeIncrease) => EffectVerdict.NotEnoughData,
        _ => EffectVerdict.NoChange,
    };

    private static EffectVerification NotEnough(long observed, string sentence) =>
        new() { Verdict = EffectVerdict.NotEnoughData, Observed = observed, Sentence = sentence };
}
