using Krm.Analytics.Causes.Detectors;

namespace Krm.Analytics.Causes.Scoring;

internal sealed class EarsScoring : ScoringMethod
{
    private readonly int _method;
    private readonly double _alpha;

    public EarsScoring(int method, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(method, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(method, 3);
        EarlyAberration.CheckAlpha(alpha);
        _method = method;
        _alpha = alpha;
    }

    public override int FewestPeriods => EarlyAberration.FirstScorable(_method) + 1;

    internal override bool UsesWorkingDays => false;

    internal override IEnumerable<IReadOnlyList<SeriesPoint>> ScoreGroup(IReadOnlyList<FinestSeries> siblings) => siblings.Select(Score);

    private SeriesPoint[] Score(FinestSeries series)
    {
        var from = Math.Min(EarlyAberration.FirstScorable(_method), series.Counts.Length);
        return
        [
            .. Enumerable.Range(0, from).Select(index => SeriesPoint.Unknown(index, series.Counts[index])),
            .. series.Counts.Length <= from ? [] : EarlyAberration.Score(series.Counts, _method, from, _alpha).Select(score => new SeriesPoint(score)),
        ];
    }
}
