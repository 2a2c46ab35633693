namespace Krm.Analytics.Causes.Detectors;

/// <summary>Watches series with a short history together: what is usual for one is learnt from its siblings as well.</summary>
/// <remarks>
/// <para>
/// All siblings share the course over time; each has a level of its own, drawn from a Gamma distribution (see
/// <see cref="PooledLevels"/>). Alarms are given as <see cref="SeriesMonitor"/> gives them. The latest quarter of the history, at most as
/// many periods as the settings exclude, is left out of it. From the sixth period on.
/// </para>
/// <para>
/// Meant for less than three years. Pure and thread-safe; cost: siblings × periods for each period scored.
/// </para>
/// </remarks>
public static class PooledMonitor
{
    /// <summary>The fewest series from which a level can be borrowed.</summary>
    public const int FewestSiblings = 5;

    private const int FewestPeriods = 4;

    /// <summary>Scores all periods of all series; those with too little history have no expectation.</summary>
    /// <param name="siblings">The series, each oldest first and all of the same length; none negative.</param>
    /// <param name="exposures">Exposure of each period of each series, above 0; the same for all if left out.</param>
    /// <param name="settings">How to watch; the defaults if left out.</param>
    /// <exception cref="ArgumentException">There are too few series, lengths differ or an exposure is not above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or a setting out of range.</exception>
    public static IReadOnlyList<IReadOnlyList<PeriodScore>> Score(
        IReadOnlyList<IReadOnlyList<int>> siblings, IReadOnlyList<IReadOnlyList<double>>? exposures = null, SeriesMonitorSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(siblings);
        settings ??= new SeriesMonitorSettings();
        settings.Check();
        if (siblings.Count < FewestSiblings)
        {
            throw new ArgumentException($"{siblings.Count} series given, at least {FewestSiblings} are needed.", nameof(siblings));
        }

        var length = siblings[0].Count;
        for (var i = 0; i < siblings.Count; i++)
        {
            SeriesGuard.Check(siblings[i], exposures?[i]);
            if (siblings[i].Count != length)
            {
                throw new ArgumentException($"Series {i} has {siblings[i].Count} periods, the first one has {length}.", nameof(siblings));
            }
        }

        int[][] counts = [.. siblings.Select(series => series.ToArray())];
        double[][] amounts = [.. Enumerable.Range(0, counts.Length).Select(i => exposures?[i].ToArray() ?? [.. Enumerable.Repeat(1.0, length)])];
        PooledLevels? levels = null;
        MonitorRun[] runs = [.. counts.Select((series, i) => new MonitorRun(series, amounts[i], settings, _ => levels?.Of(i)))];
        PeriodScore[][] scores = [.. counts.Select(_ => new PeriodScore[length])];
        for (var now = 0; now < length; now++)
        {
            var end = now - Math.Min(settings.ExcludedPeriods, now / 4);
            levels = end < FewestPeriods ? null : PooledLevels.Fit(counts, amounts, end, settings.PeriodsPerYear);
            for (var i = 0; i < runs.Length; i++)
            {
                scores[i][now] = runs[i].Score(now);
            }
        }

        return scores;
    }
}
