namespace Krm.Analytics.Causes.Detectors;

/// <summary>Watches one series period by period for bursts and lasting shifts.</summary>
/// <remarks>
/// <para>
/// The expectation is a robust regression on level, trend and two harmonics over the whole history
/// (Farrington weights against past outbreaks). A burst is looked for in the newest period and in the newest two together, a shift
/// in the newest 4, 8, 13 and 26, never reaching back before the last alarm of their kind; sums of negative binomial counts with one dispersion are
/// negative binomial again, so that every p-value is a mid-p value of the exact distribution with the uncertainty of the
/// expectation added to its variance. More than one period counts only if the newest one is itself above expectation, which
/// ends an alarm with its cause; and no period counts twice: after an alarm the windows begin anew.
/// </para>
/// <para>
/// With the defaults about 0.3 false burst alarms a series and year; see docs/causes.md for how that was measured. Pure and
/// thread-safe; cost linear in the length of the history for each fit.
/// </para>
/// </remarks>
public static class SeriesMonitor
{
    /// <summary>Scores the periods from <paramref name="from"/> to the end.</summary>
    /// <param name="counts">The series, oldest first, without gaps; none negative.</param>
    /// <param name="from">The first period scored; periods with less history than the minimum have no expectation.</param>
    /// <param name="settings">How to watch; the defaults if left out.</param>
    /// <param name="exposure">Exposure of each period, above 0; the same for all if left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first period or a setting is out of range, or a count negative.</exception>
    /// <exception cref="ArgumentException">The exposure has another length or is not above 0.</exception>
    public static IReadOnlyList<PeriodScore> Score(
        IReadOnlyList<int> counts, int from, SeriesMonitorSettings? settings = null, IReadOnlyList<double>? exposure = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        settings ??= new SeriesMonitorSettings();
        settings.Check();
        SeriesGuard.Check(counts, exposure);
        int[] series = [.. counts];
        var amounts = exposure is null ? Ones(counts.Count) : [.. exposure];
        var history = new OwnHistory(series, amounts, settings);
        var run = new MonitorRun(series, amounts, settings, history.ExpectationAt);
        var scores = new PeriodScore[Math.Max(0, counts.Count - from)];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = run.Score(from + i);
        }

        return scores;
    }

    private static double[] Ones(int length)
    {
        var ones = new double[length];
        Array.Fill(ones, 1);
        return ones;
    }

    /// <summary>The expectation learnt from the series itself, fitted anew after some periods.</summary>
    private sealed class OwnHistory(int[] counts, double[] exposure, SeriesMonitorSettings settings)
    {
        private SeasonalExpectation? _expectation;
        private int _nextFit;

        public SeasonalExpectation? ExpectationAt(int now)
        {
            var end = now - settings.ExcludedPeriods;
            if (end >= settings.MinimumHistory && (_expectation is null || now >= _nextFit))
            {
                _expectation = SeasonalExpectation.Fit(
                    counts, exposure, Math.Max(0, end - settings.MaximumHistory), end, settings.PeriodsPerYear);
                _nextFit = now + settings.RefitInterval;
            }

            return _expectation;
        }
    }
}
