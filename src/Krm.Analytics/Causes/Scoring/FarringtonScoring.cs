using Krm.Analytics.Causes.Detectors;

namespace Krm.Analytics.Causes.Scoring;

internal sealed class FarringtonScoring : ScoringMethod
{
    private readonly FarringtonNoufailySettings _settings;

    public FarringtonScoring(FarringtonNoufailySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        _settings = settings;
    }

    public override int FewestPeriods => _settings.FirstScorable + 1;

    internal override bool UsesWorkingDays => false;

    internal override IEnumerable<IReadOnlyList<SeriesPoint>> ScoreGroup(IReadOnlyList<FinestSeries> siblings) => siblings.Select(Score);

    private SeriesPoint[] Score(FinestSeries series)
    {
        var from = Math.Min(_settings.FirstScorable, series.Counts.Length);
        return
        [
            .. Enumerable.Range(0, from).Select(index => SeriesPoint.Unknown(index, series.Counts[index])),
            .. series.Counts.Length <= from ? [] : FarringtonNoufaily.Score(series.Counts, from, _settings, series.Exposure).Select(score => new SeriesPoint(score)),
        ];
    }
}
