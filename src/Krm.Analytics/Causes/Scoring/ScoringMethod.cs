using Krm.Analytics.Causes.Detectors;

namespace Krm.Analytics.Causes.Scoring;

/// <summary>How the periods of a series are scored.</summary>
/// <remarks>Immutable and thread-safe. Made by the methods of this class.</remarks>
public abstract class ScoringMethod
{
    private protected ScoringMethod()
    {
    }

    /// <summary>The periods a series needs at least, the scored one included.</summary>
    public abstract int FewestPeriods { get; }

    /// <summary>Whether it is a control chart: it has a statistic and the start of a change instead of p-values.</summary>
    public virtual bool IsChart => false;

    /// <summary>Whether the working days of a period count as its exposure where the host gives none.</summary>
    internal abstract bool UsesWorkingDays { get; }

    /// <summary>
    /// The library's own: <see cref="SeriesMonitor"/>; in the first three years the level of a series is shrunk to that of its
    /// siblings (<see cref="PooledLevels"/>), and where there are too few siblings EARS C2 serves until the monitor can.
    /// </summary>
    /// <param name="settings">How to watch; for weeks or months.</param>
    /// <param name="pools">Whether siblings are looked at; true by default.</param>
    public static ScoringMethod Monitor(SeriesMonitorSettings settings, bool pools = true) => new MonitorScoring(settings, pools);

    /// <summary>The method epidemiologists use, with the numbers of R; without exposure unless the host gives one.</summary>
    /// <param name="settings">How to compare.</param>
    public static ScoringMethod Farrington(FarringtonNoufailySettings settings) => new FarringtonScoring(settings);

    /// <summary>A control chart against a known expectation, or one learnt from the first periods.</summary>
    /// <param name="settings">The chart. Alpha NaN: learnt from the first periods as well.</param>
    /// <param name="expected">Expected counts in the usual state; only periods from the first one given on are charted.</param>
    /// <param name="training">Without expected counts: from how many first periods they are learnt; at least 8.</param>
    public static ScoringMethod Chart(ChartSettings settings, ExpectedCounts? expected = null, int training = 104) =>
        new ChartScoring(settings, expected, training);

    /// <summary>EARS C1 to C3, for a few weeks of history.</summary>
    /// <param name="method">1, 2 or 3.</param>
    /// <param name="alpha">One-sided probability of an alarm without a cause; 0.001 by default.</param>
    public static ScoringMethod Ears(int method, double alpha = 0.001) => new EarsScoring(method, alpha);

    /// <summary>Scores each period of each series; the series differ in the last dimension only.</summary>
    internal abstract IEnumerable<IReadOnlyList<SeriesPoint>> ScoreGroup(IReadOnlyList<FinestSeries> siblings);
}
