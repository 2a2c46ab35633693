using Krm.Analytics.Statistics;

namespace Krm.Analytics.Causes.Detectors;

/// <summary>The state while one series is watched; not thread-safe.</summary>
/// <param name="counts">The series.</param>
/// <param name="exposure">Exposure of each period.</param>
/// <param name="settings">How to watch.</param>
/// <param name="expectationAt">What is usual as seen from a period, or <see langword="null"/> where the history is too short.</param>
internal sealed class MonitorRun(int[] counts, double[] exposure, SeriesMonitorSettings settings, Func<int, IPeriodExpectation?> expectationAt)
{
    private const double NewestAboveExpectation = 0.25;

    private static readonly int[] BurstWindows = [1, 2];
    private static readonly int[] ShiftWindows = [4, 8, 13, 26];

    private int _burstStart;
    private int _shiftStart;

    /// <summary>Scores one period; periods have to come in order.</summary>
    public PeriodScore Score(int now)
    {
        if (expectationAt(now) is not { } expectation)
        {
            return new PeriodScore(now, counts[now], double.NaN, double.NaN, double.NaN, false);
        }

        var (mean, logVariance) = expectation.Predict(now, exposure[now]);
        var dispersion = expectation.Dispersion + (mean * logVariance);
        var p = CountTails.MidP(counts[now], mean, dispersion);
        var burst = p;
        var shift = 1.0;
        if (p < NewestAboveExpectation)
        {
            burst = Math.Min(p, SmallestTail(expectation, now, BurstWindows, _burstStart));
            shift = SmallestTail(expectation, now, ShiftWindows, _shiftStart);
        }

        var isShift = shift < settings.ShiftAlpha;
        var isAlarm = (burst < settings.BurstAlpha && counts[now] > 0) || isShift;
        _burstStart = isAlarm ? now + 1 : _burstStart;
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

    private double SmallestTail(IPeriodExpectation expectation, int now, int[] windows, int oldest)
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
                var (one, variance) = expectation.Predict(now - length, exposure[now - length]);
                observed += counts[now - length];
                mean += one;
                logVariance = Math.Max(logVariance, variance);
            }

            smallest = Math.Min(smallest, CountTails.MidP(observed, mean, expectation.Dispersion + (mean * logVariance)));
        }

        return smallest;
    }
}
