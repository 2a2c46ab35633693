using Krm.Analytics.Statistics;

namespace Krm.Analytics.Causes.Detectors;

/// <summary>Watches one series period by period for bursts and lasting shifts.</summary>
/// <remarks>
/// <para>
/// The expectation is a robust regression on level, trend and two harmonics over the whole history
/// (Farrington weights against past outbreaks). A burst is looked for in the newest period and in the newest two together, a shift
/// in the newest 4, 8, 13 and 26 since the last alarm for a shift; sums of negative binomial counts with one dispersion are
/// negative binomial again, so that every p-value is a mid-p value of the exact distribution with the uncertainty of the
/// expectation added to its variance. More than one period counts only if the newest one is itself above expectation, which
/// ends an alarm with its cause.
/// </para>
/// <para>
/// With the defaults about 0.3 false burst alarms a series and year; see docs/causes.md for how that was measured. Pure and
/// thread-safe; cost linear in the length of the history for each fit.
/// </para>
/// </remarks>
public static class SeriesMonitor
{
    private const double NewestAboveExpectation = 0.25;

    private static readonly int[] BurstWindows = [1, 2];
    private static readonly int[] ShiftWindows = [4, 8, 13, 26];

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
        var run = new MonitorRun([.. counts], exposure is null ? Ones(counts.Count) : [.. exposure], settings);
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

    /// <summary>The state while one series is watched.</summary>
    private sealed class MonitorRun(int[] counts, double[] exposure, SeriesMonitorSettings settings)
    {
        private SeasonalExpectation? _expectation;
        private int _nextFit;
        private int _shiftStart;

        public PeriodScore Score(int now)
        {
            var end = now - settings.ExcludedPeriods;
            if (end < settings.MinimumHistory)
            {
                return new PeriodScore(now, counts[now], double.NaN, double.NaN, double.NaN, false);
            }

            if (_expectation is null || now >= _nextFit)
            {
                _expectation = SeasonalExpectation.Fit(
                    counts, exposure, Math.Max(0, end - settings.MaximumHistory), end, settings.PeriodsPerYear);
                _nextFit = now + settings.RefitInterval;
            }

            var (mean, logVariance) = _expectation.Predict(now, exposure[now]);
            var dispersion = _expectation.Dispersion + (mean * logVariance);
            var p = CountTails.MidP(counts[now], mean, dispersion);
            var burst = p;
            var shift = 1.0;
            if (p < NewestAboveExpectation)
            {
                burst = Math.Min(p, SmallestTail(now, BurstWindows, 0));
                shift = SmallestTail(now, ShiftWindows, _shiftStart);
            }

            var isShift = shift < settings.ShiftAlpha;
            var isAlarm = (burst < settings.BurstAlpha && counts[now] > 0) || isShift;
            _shiftStart = isShift ? now + 1 : _shiftStart;

            // One scale for both: the p-value falls below the level of a burst exactly when there is an alarm.
            var combined = settings.ShiftAlpha > 0 ? Math.Min(burst, shift * settings.BurstAlpha / settings.ShiftAlpha) : burst;
            return new PeriodScore(now, counts[now], mean, UpperLimit(mean, dispersion), Math.Min(1, combined), isAlarm);
        }

        private double UpperLimit(double mean, double dispersion)
        {
            var limit = CountTails.Quantile(1 - settings.BurstAlpha, mean, dispersion);
            while (limit > 0 && CountTails.MidP(limit, mean, dispersion) < settings.BurstAlpha)
            {
                limit--;
            }

            return limit;
        }

        private double SmallestTail(int now, int[] windows, int oldest)
        {
            var smallest = 1.0;
            var observed = 0L;
            var mean = 0.0;
            var logVariance = 0.0;
            var length = 0;
            foreach (var window in windows)
            {
                if (now - window + 1 < oldest)
                {
                    break;
                }

                for (; length < window; length++)
                {
                    var (one, variance) = _expectation!.Predict(now - length, exposure[now - length]);
                    observed += counts[now - length];
                    mean += one;
                    logVariance = Math.Max(logVariance, variance);
                }

                smallest = Math.Min(smallest, CountTails.MidP(observed, mean, _expectation!.Dispersion + (mean * logVariance)));
            }

            return smallest;
        }
    }
}
