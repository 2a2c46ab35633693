using Krm.Analytics.Causes.Detectors;

namespace Krm.Analytics.Causes.Scoring;

/// <summary>The monitor, with siblings or EARS where the history is short.</summary>
internal sealed class MonitorScoring : ScoringMethod
{
    private const int YearsPooled = 3;
    private const int EarsMethod = 2;

    private readonly SeriesMonitorSettings _settings;
    private readonly bool _pools;

    public MonitorScoring(SeriesMonitorSettings settings, bool pools)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        _settings = settings;
        _pools = pools;
    }

    public override int FewestPeriods => 1;

    internal override bool UsesWorkingDays => true;

    internal override IEnumerable<IReadOnlyList<SeriesPoint>> ScoreGroup(IReadOnlyList<FinestSeries> siblings)
    {
        // Only series over the same time can be compared; usually all are.
        var alike = siblings.GroupBy(series => (series.First, series.Counts.Length)).MaxBy(group => group.Count())!.ToList();
        var end = Math.Min((int)Math.Round(YearsPooled * _settings.PeriodsPerYear), alike[0].Counts.Length);
        var pooled = new Dictionary<FinestSeries, IReadOnlyList<PeriodScore>>(ReferenceEqualityComparer.Instance);
        if (_pools && alike.Count >= PooledMonitor.FewestSiblings)
        {
            var scores = PooledMonitor.Score([.. alike.Select(series => series.Counts[..end])], [.. alike.Select(series => series.Exposure[..end])], _settings);
            for (var i = 0; i < alike.Count; i++)
            {
                pooled.Add(alike[i], scores[i]);
            }
        }

        foreach (var series in siblings)
        {
            var start = pooled.GetValueOrDefault(series) ?? ScoreStart(series);
            var rest = SeriesMonitor.Score(series.Counts, start.Count, _settings, series.Exposure);
            yield return [.. start.Concat(rest).Select(score => new SeriesPoint(score))];
        }
    }

    /// <summary>The periods before the monitor can judge.</summary>
    private IReadOnlyList<PeriodScore> ScoreStart(FinestSeries series)
    {
        var end = Math.Min(_settings.ExcludedPeriods + _settings.MinimumHistory, series.Counts.Length);
        var first = Math.Min(EarlyAberration.FirstScorable(EarsMethod), end);
        return
        [
            .. Enumerable.Range(0, first).Select(index => SeriesPoint.Unknown(index, series.Counts[index]).Score),
            .. first >= end || !(_settings.BurstAlpha > 0) ? [] : EarlyAberration.Score(series.Counts[..end], EarsMethod, first, _settings.BurstAlpha),
        ];
    }
}
