using Krm.Analytics.Statistics;
using MathNet.Numerics.Distributions;

namespace Krm.Analytics.Causes.Detectors;

/// <summary>Compares each period with the same time of earlier years by a robust regression.</summary>
/// <remarks>
/// <para>
/// Farrington et al. (1996, J. R. Statist. Soc. A 159, 547) as improved by Noufaily et al. (2013, Statist. Med. 32, 1206).
/// Every step is that of <c>farringtonFlexible</c> in R's package surveillance 1.20.3, including the points where it departs
/// from the papers, so that an epidemiologist finds the same numbers (relative difference below 1e-6): R takes the
/// dispersion of the standard error from the prior weights after reweighting.
/// </para>
/// <para>Pure and thread-safe. One period costs time linear in the length of the history, about 0.02 ms for five years.</para>
/// </remarks>
public static class FarringtonNoufaily
{
    /// <summary>Scores the periods from <paramref name="from"/> to the end of the series.</summary>
    /// <param name="counts">The series, oldest first, without gaps; none negative.</param>
    /// <param name="from">Index of the first period scored; at least <see cref="FarringtonNoufailySettings.FirstScorable"/>.</param>
    /// <param name="settings">How to compare; the defaults if left out.</param>
    /// <param name="exposure">Exposure of each period, above 0; the same for all if left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first period is too early, a setting out of range or a count negative.</exception>
    /// <exception cref="ArgumentException">The exposure has another length or is not above 0.</exception>
    public static IReadOnlyList<PeriodScore> Score(
        IReadOnlyList<int> counts, int from, FarringtonNoufailySettings? settings = null, IReadOnlyList<double>? exposure = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        settings ??= new FarringtonNoufailySettings();
        settings.Check();
        ArgumentOutOfRangeException.ThrowIfLessThan(from, settings.FirstScorable);
        SeriesGuard.Check(counts, exposure);
        var series = new FarringtonHistory(counts, exposure, settings);
        var scores = new List<PeriodScore>(Math.Max(0, counts.Count - from));
        for (var now = from; now < counts.Count; now++)
        {
            scores.Add(ScoreOne(series, now, settings));
        }

        return scores;
    }

    private static PeriodScore ScoreOne(FarringtonHistory history, int now, FarringtonNoufailySettings settings)
    {
        var observed = history.Counts[now];
        if (!history.FitExpectation(now))
        {
            return new PeriodScore(now, observed, double.NaN, double.NaN, double.NaN, false);
        }

        var mean = Math.Exp(history.LogMean);
        var (upper, p) = settings.Limit == LimitMethod.Delta
            ? DrawDelta(observed, mean, mean * history.StandardError, history.Dispersion, settings.Alpha)
            : DrawNegativeBinomial(observed, history, settings);
        var isCounted = history.RecentCases(now) >= settings.RecentCases;
        return new PeriodScore(
            now,
            observed,
            isCounted ? mean : double.NaN,
            isCounted ? upper : double.NaN,
            p,
            isCounted && observed > upper);
    }

    private static (double Upper, double P) DrawDelta(int observed, double mean, double standardError, double dispersion, double alpha)
    {
        const double Power = 2.0 / 3;
        var variance = dispersion + (standardError * standardError / mean);
        var deviation = Math.Sqrt(4.0 / 9 * Math.Cbrt(mean) * variance);
        var center = Math.Pow(mean, Power);
        var upper = Math.Pow(center + (Normal.InvCDF(0, 1, 1 - alpha) * deviation), 1 / Power);
        return (upper, ExactTails.NormalUpper((Math.Pow(observed, Power) - center) / deviation));
    }

    private static (double Upper, double P) DrawNegativeBinomial(int observed, FarringtonHistory history, FarringtonNoufailySettings settings)
    {
        var mean = settings.Limit == LimitMethod.NegativeBinomial
            ? Math.Exp(history.LogMean)
            : Math.Exp(history.LogMean + (Normal.InvCDF(0, 1, 1 - settings.Alpha) * history.StandardError));
        return double.IsPositiveInfinity(mean)
            ? (double.NaN, double.NaN)
            : (CountTails.Quantile(1 - settings.Alpha, mean, history.Dispersion), CountTails.AtLeast(observed, mean, history.Dispersion));
    }
}
