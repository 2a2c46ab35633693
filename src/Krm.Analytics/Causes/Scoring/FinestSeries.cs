using Krm.Analytics.Counting;

namespace Krm.Analytics.Causes.Scoring;

/// <summary>The counts of one finest cell, period after period.</summary>
/// <param name="Values">One value for each dimension of the plan.</param>
/// <param name="First">The first period.</param>
/// <param name="Counts">Cases in each period, oldest first.</param>
/// <param name="Exposure">The exposure of each period: the host's, else its working days.</param>
internal sealed record FinestSeries(IReadOnlyList<string> Values, CountPeriod First, int[] Counts, double[] Exposure)
{
    /// <summary>All finest cells in canonical order.</summary>
    /// <param name="cube">The counts; not empty.</param>
    /// <param name="first">The first period, not after that of any row.</param>
    /// <param name="workingDays">Working days of each period from there on; as many periods are looked at.</param>
    /// <exception cref="ExposureGapException">The counts carry an exposure with a gap.</exception>
    public static IEnumerable<FinestSeries> Of(CountCube cube, CountPeriod first, double[] workingDays)
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

            yield return Create(cube, row, end, first, workingDays);
            row = end;
        }
    }

    private static FinestSeries Create(CountCube cube, int row, int end, CountPeriod first, double[] workingDays)
    {
        var values = cube.Rows[row].Values;
        var counts = new int[workingDays.Length];
        var exposure = cube.HasExposure ? new double[workingDays.Length] : workingDays;
        for (; row < end; row++)
        {
            var index = cube.Rows[row].Period.Number - first.Number;
            if (index >= counts.Length)
            {
                continue;
            }

            if (cube.Rows[row].Count > int.MaxValue)
            {
                throw new OverflowException($"More than {int.MaxValue} cases in {cube.Rows[row].Period}.");
            }

            counts[index] = (int)cube.Rows[row].Count;
            exposure[index] = cube.HasExposure ? (double)cube.Rows[row].Exposure.GetValueOrDefault() : exposure[index];
        }

        if (!cube.HasExposure)
        {
            return new FinestSeries(values, first, counts, exposure);
        }

        var (start, stop) = PeriodExposure.FindExposed(exposure, new CauseCell(cube.Plan.Dimensions.Zip(values, KeyValuePair.Create)), first);
        return new FinestSeries(values, first.Plus(start), counts[start..stop], exposure[start..stop]);
    }
}
