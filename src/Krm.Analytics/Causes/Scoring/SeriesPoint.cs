using Krm.Analytics.Causes.Detectors;

namespace Krm.Analytics.Causes.Scoring;

/// <summary>What a method says about one period of one series.</summary>
internal readonly record struct SeriesPoint(PeriodScore Score, ChartPoint? Chart = null)
{
    /// <summary>A period without enough history.</summary>
    public static SeriesPoint Unknown(int index, int count) => new(new PeriodScore(index, count, double.NaN, double.NaN, double.NaN, false));
}
