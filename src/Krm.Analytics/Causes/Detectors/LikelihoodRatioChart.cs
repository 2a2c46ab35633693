namespace Krm.Analytics.Causes.Detectors;

/// <summary>Control charts of counts against a known expectation: CUSUM and generalised likelihood ratio, with reset.</summary>
/// <remarks>
/// <para>
/// Höhle and Paul (2008, Comput. Statist. Data Anal. 52, 4357); numbers as those of <c>algo.glrnb</c> in R's package
/// surveillance 1.20.3, which judges no stretch without any case when it looks for a decrease. After an alarm the chart starts
/// anew with the next period.
/// </para>
/// <para>
/// Pure and thread-safe. A Poisson period costs time linear in the periods since the last alarm, about a nanosecond each;
/// a negative binomial one a few Newton steps over each stretch.
/// </para>
/// </remarks>
public static class LikelihoodRatioChart
{
    /// <summary>Runs the chart over a series.</summary>
    /// <param name="counts">Observed counts, none negative.</param>
    /// <param name="expected">Expected counts in the usual state, as many, all above 0.</param>
    /// <param name="settings">The chart; the defaults if left out.</param>
    /// <exception cref="ArgumentException">Lengths differ or an expectation is not above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or a setting out of range.</exception>
    public static IReadOnlyList<ChartPoint> Run(IReadOnlyList<int> counts, IReadOnlyList<double> expected, ChartSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(expected);
        settings ??= new ChartSettings();
        settings.Check();
        SeriesGuard.Check(counts, expected);
        int[] observed = [.. counts];
        double[] means = [.. expected];
        var points = new ChartPoint[observed.Length];
        var start = 0;
        for (var now = 0; now < observed.Length; now++)
        {
            points[now] = Step(observed, means, start, now == start ? Begin(now) : points[now - 1], settings);
            start = points[now].IsAlarm ? now + 1 : start;
        }

        return points;
    }

    /// <summary>The state before the first period of a chart, or the first one after an alarm.</summary>
    internal static ChartPoint Begin(int start) => new(start - 1, 0, start, false);

    /// <summary>The state after one more period.</summary>
    internal static ChartPoint Step(int[] observed, double[] means, int start, ChartPoint previous, ChartSettings settings)
    {
        var now = previous.Index + 1;
        var oldest = (int)Math.Max(start, (long)now - settings.Memory);
        var (statistic, change) = settings switch
        {
            { LogRatio: { } ratio } => Cumulate(previous, observed[now], means[now], ratio, settings.Alpha),
            { Alpha: 0 } => PoissonRatio.Maximize(observed, means, oldest, now, settings.Direction),
            _ => NegativeBinomialRatio.Maximize(observed, means, oldest, now, settings.Direction, settings.Alpha),
        };
        var isAlarm = settings.LogRatio is null ? statistic >= settings.Threshold : statistic > settings.Threshold;
        return new ChartPoint(now, Math.Max(0, statistic), change, isAlarm);
    }

    private static (double Statistic, int Change) Cumulate(ChartPoint previous, int count, double mean, double logRatio, double alpha)
    {
        var ratio = Math.Exp(logRatio);
        var increment = alpha == 0
            ? (logRatio * count) + ((1 - ratio) * mean)
            : (logRatio * count) + ((count + (1 / alpha)) * Math.Log((1 + (alpha * mean)) / (1 + (alpha * mean * ratio))));
        var now = previous.Index + 1;
        var sum = previous.Statistic + increment;
        return sum > 0 ? (sum, previous.Statistic > 0 ? previous.ChangeIndex : now) : (0, now);
    }
}
