using Krm.Analytics.Causes.Detectors;

namespace Krm.Analytics.Causes.Scoring;

/// <summary>A control chart; without a p-value, as a chart judges a whole stretch and not one period.</summary>
internal sealed class ChartScoring : ScoringMethod
{
    private const int FewestTraining = 8;

    private readonly ChartSettings _settings;
    private readonly ExpectedCounts? _expected;
    private readonly int _training;

    public ChartScoring(ChartSettings settings, ExpectedCounts? expected, int training)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (double.IsNaN(settings.Alpha) ? settings with { Alpha = 0 } : settings).Check();
        ArgumentOutOfRangeException.ThrowIfLessThan(training, FewestTraining);
        _settings = settings;
        _expected = expected;
        _training = training;
    }

    public override int FewestPeriods => _expected is null ? _training + 1 : 1;

    public override bool IsChart => true;

    internal override bool UsesWorkingDays => _expected is null;

    internal override IEnumerable<IReadOnlyList<SeriesPoint>> ScoreGroup(IReadOnlyList<FinestSeries> siblings) => siblings.Select(Score);

    private SeriesPoint[] Score(FinestSeries series)
    {
        var (start, means) = _expected is null ? Learn(series) : _expected.Of(series);
        var points = new SeriesPoint[series.Counts.Length];
        for (var i = 0; i < Math.Min(start, points.Length); i++)
        {
            points[i] = SeriesPoint.Unknown(i, series.Counts[i]);
        }

        if (means.Length == 0)
        {
            return points;
        }

        var settings = double.IsNaN(_settings.Alpha) ? _settings with { Alpha = LearnAlpha(series) } : _settings;
        var chart = LikelihoodRatioChart.Run(series.Counts[start..], means, settings);
        var limits = ChartLimits.Of(series.Counts[start..], means, settings, chart);
        for (var i = 0; i < chart.Count; i++)
        {
            var index = start + i;
            points[index] = new SeriesPoint(
                new PeriodScore(index, series.Counts[index], means[i], limits[i], double.NaN, chart[i].IsAlarm),
                chart[i] with { Index = index, ChangeIndex = start + chart[i].ChangeIndex });
        }

        return points;
    }

    private (int Start, double[] Means) Learn(FinestSeries series)
    {
        if (series.Counts.Length <= _training)
        {
            return (series.Counts.Length, []);
        }

        var model = Fit(series);
        return (_training, [.. Enumerable.Range(_training, series.Counts.Length - _training).Select(index => Math.Max(1e-6, model.Predict(index, series.Exposure[index], _training).Mean))]);
    }

    /// <summary>α of the variance μ + α·μ² by the method of moments over the first periods.</summary>
    private double LearnAlpha(FinestSeries series)
    {
        var model = Fit(series);
        var (excess, squares) = (0.0, 1e-12);
        for (var i = 0; i < Math.Min(_training, series.Counts.Length); i++)
        {
            var mean = model.Predict(i, series.Exposure[i]).Mean;
            excess += ((series.Counts[i] - mean) * (series.Counts[i] - mean)) - mean;
            squares += mean * mean;
        }

        return Math.Max(1e-6, excess / squares);
    }

    private SeasonalExpectation Fit(FinestSeries series) => SeasonalExpectation.Fit(
        series.Counts, series.Exposure, 0, Math.Min(_training, series.Counts.Length), series.First.Kind == Counting.PeriodKind.Week ? 52.1775 : 12);
}
