using Krm.Analytics.Causes.Detectors;

namespace Krm.Analytics.Causes.Scoring;

/// <summary>The largest count of each period with which a chart gives no alarm, all earlier periods given.</summary>
internal static class ChartLimits
{
    /// <returns>NaN where a decrease is looked for, or where the chart would ring whatever comes.</returns>
    public static double[] Of(int[] counts, double[] means, ChartSettings settings, IReadOnlyList<ChartPoint> chart)
    {
        var tried = counts.ToArray();
        var limits = new double[counts.Length];
        var start = 0;
        for (var now = 0; now < limits.Length; now++)
        {
            var state = now == start ? LikelihoodRatioChart.Begin(now) : chart[now - 1];
            limits[now] = settings.Direction == ChangeDirection.Decrease || settings.LogRatio <= 0
                ? double.NaN
                : FindLimit(means[now], count =>
                {
                    tried[now] = count;
                    return LikelihoodRatioChart.Step(tried, means, start, state, settings).IsAlarm;
                });
            tried[now] = counts[now];
            start = chart[now].IsAlarm ? now + 1 : start;
        }

        return limits;
    }

    private static double FindLimit(double mean, Func<int, bool> rings)
    {
        if (rings(0))
        {
            return double.NaN;
        }

        var (quiet, loud) = (0, Math.Max(1, (int)Math.Min(1e8, 2 * mean)));
        while (!rings(loud))
        {
            if (loud > int.MaxValue / 2)
            {
                return double.NaN;
            }

            (quiet, loud) = (loud, 2 * loud);
        }

        while (loud - quiet > 1)
        {
            var middle = quiet + ((loud - quiet) / 2);
            (quiet, loud) = rings(middle) ? (quiet, middle) : (middle, loud);
        }

        return quiet;
    }
}
