using Krm.Analytics.Causes.Detectors;
using Krm.Analytics.Counting;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Analytics.Causes.Scoring;

/// <summary>Watches every finest cell of the counts period by period.</summary>
/// <remarks>Pure and thread-safe. Only the series of one group of siblings are in memory at a time.</remarks>
public static class CellScorer
{
    /// <summary>Scores all periods of all finest cells, cell by cell in ordinal order of their values, oldest period first.</summary>
    /// <param name="cube">The counts.</param>
    /// <param name="asOf">The last day that is looked at (inclusive); if left out, the end of the last period with cases.</param>
    /// <param name="calendar">
    /// Whose working days are the exposure where the host gave none and the method uses one; Mondays to Fridays if left out.
    /// </param>
    /// <param name="method">How to score; the monitor with its defaults for weeks or months if left out.</param>
    /// <param name="from">A day of the first period looked at, for counts that begin with periods without cases; if left out, that with the first case.</param>
    /// <exception cref="ExposureGapException">The counts carry an exposure with a gap.</exception>
    /// <exception cref="HistoryTooShortException">The counts do not reach back far enough for the method.</exception>
    public static IEnumerable<CellScore> Score(
        CountCube cube, LocalDate? asOf = null, WorkingDayCalendar? calendar = null, ScoringMethod? method = null, LocalDate? from = null)
    {
        ArgumentNullException.ThrowIfNull(cube);
        if (cube.First is not { } first)
        {
            return [];
        }

        first = from is { } day && CountPeriod.Of(cube.Plan.Period, day) is var earlier && earlier < first ? earlier : first;
        var lastDay = asOf ?? cube.Last!.Value.End;
        var length = CountPeriod.Of(cube.Plan.Period, lastDay).Number - first.Number + 1;
        if (length < 1)
        {
            return [];
        }

        method ??= ScoringMethod.Monitor(SeriesMonitorSettings.For(cube.Plan.Period));
        if (length < method.FewestPeriods)
        {
            throw new HistoryTooShortException(length, method.FewestPeriods);
        }

        var exposure = method.UsesWorkingDays ? PeriodExposure.WorkingDays(first, length, lastDay, calendar) : [.. Enumerable.Repeat(1.0, length)];
        return ScoreAll(cube, first, exposure, method);
    }

    private static IEnumerable<CellScore> ScoreAll(CountCube cube, CountPeriod first, double[] exposure, ScoringMethod method)
    {
        var siblings = new List<FinestSeries>();
        foreach (var series in FinestSeries.Of(cube, first, exposure))
        {
            if (siblings.Count > 0 && !AreSiblings(siblings[0], series))
            {
                foreach (var score in ScoreGroup(siblings, first, method))
                {
                    yield return score;
                }

                siblings.Clear();
            }

            siblings.Add(series);
        }

        foreach (var score in ScoreGroup(siblings, first, method))
        {
            yield return score;
        }
    }

    private static bool AreSiblings(FinestSeries one, FinestSeries other) =>
        one.Values.SkipLast(1).SequenceEqual(other.Values.SkipLast(1), StringComparer.Ordinal);

    private static IEnumerable<CellScore> ScoreGroup(List<FinestSeries> siblings, CountPeriod first, ScoringMethod method)
    {
        foreach (var (series, points) in siblings.Zip(method.ScoreGroup(siblings)))
        {
            var offset = series.First.Number - first.Number;
            foreach (var (score, chart) in points)
            {
                yield return new CellScore(
                    series.Values,
                    series.First.Plus(score.Index),
                    series.Exposure[score.Index],
                    score with { Index = offset + score.Index },
                    chart is { } state ? state with { Index = offset + state.Index, ChangeIndex = offset + state.ChangeIndex } : null);
            }
        }
    }
}
