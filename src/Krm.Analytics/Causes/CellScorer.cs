using Krm.Analytics.Causes.Detectors;
using Krm.Analytics.Counting;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Analytics.Causes;

/// <summary>Watches every finest cell of the counts period by period.</summary>
/// <remarks>Pure and thread-safe. What <see cref="SeriesMonitor"/> does for one series, for all of them.</remarks>
public static class CellScorer
{
    /// <summary>Scores all periods of all finest cells, cell by cell in ordinal order of their values, oldest period first.</summary>
    /// <param name="cube">The counts.</param>
    /// <param name="asOf">The last day that is looked at (inclusive); if left out, the end of the last period with cases.</param>
    /// <param name="calendar">Whose working days are the exposure where the host gave none; Mondays to Fridays if left out.</param>
    /// <param name="settings">How to watch; if left out, the defaults for weeks or months.</param>
    /// <exception cref="ExposureGapException">The counts carry an exposure with a gap.</exception>
    public static IEnumerable<CellScore> Score(
        CountCube cube, LocalDate? asOf = null, WorkingDayCalendar? calendar = null, SeriesMonitorSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(cube);
        if (cube.First is not { } first)
        {
            return [];
        }

        var lastDay = asOf ?? cube.Last!.Value.End;
        var length = CountPeriod.Of(cube.Plan.Period, lastDay).Number - first.Number + 1;
        if (length < 1)
        {
            return [];
        }

        settings ??= cube.Plan.Period == PeriodKind.Week
            ? new SeriesMonitorSettings()
            : new SeriesMonitorSettings { PeriodsPerYear = 12, ExcludedPeriods = 2, RefitInterval = 1, MaximumHistory = 120 };
        var workingDays = PeriodExposure.WorkingDays(first, length, lastDay, calendar);
        return ScoreAll(cube, first, length, workingDays, settings);
    }

    private static IEnumerable<CellScore> ScoreAll(
        CountCube cube, CountPeriod first, int length, double[] workingDays, SeriesMonitorSettings settings)
    {
        for (var row = 0; row < cube.Rows.Count;)
        {
            // The rows of one cell follow each other and share the list of values.
            var values = cube.Rows[row].Values;
            var end = row;
            while (end < cube.Rows.Count && cube.Rows[end].Values.SequenceEqual(values, StringComparer.Ordinal))
            {
                end++;
            }

            foreach (var score in ScoreCell(cube, row, end, first, length, workingDays, settings))
            {
                yield return score;
            }

            row = end;
        }
    }

    private static IEnumerable<CellScore> ScoreCell(
        CountCube cube, int row, int end, CountPeriod first, int length, double[] workingDays, SeriesMonitorSettings settings)
    {
        var values = cube.Rows[row].Values;
        var counts = new int[length];
        var exposure = cube.HasExposure ? new double[length] : workingDays;
        for (; row < end; row++)
        {
            var index = cube.Rows[row].Period.Number - first.Number;
            if (index < length)
            {
                counts[index] = checked((int)cube.Rows[row].Count);
                exposure[index] = cube.HasExposure ? (double)cube.Rows[row].Exposure.GetValueOrDefault() : exposure[index];
            }
        }

        var (start, stop) = (0, length);
        if (cube.HasExposure)
        {
            var cell = new CauseCell(cube.Plan.Dimensions.Zip(values, KeyValuePair.Create));
            (start, stop) = PeriodExposure.FindExposed(exposure, cell, first);
        }

        foreach (var score in SeriesMonitor.Score(counts[start..stop], 0, settings, exposure[start..stop]))
        {
            var index = start + score.Index;
            yield return new CellScore(values, first.Plus(index), exposure[index], score with { Index = index });
        }
    }
}
