namespace Krm.Analytics.Effects;

/// <summary>The regression that belongs to a series: which terms, which rows, which columns are the effect.</summary>
internal sealed class EffectDesign
{
    private EffectDesign(double[,] terms, double[] counts, double[]? exposure, int[] effectColumns, int[] rowsAfter)
    {
        Terms = terms;
        Counts = counts;
        Exposure = exposure;
        EffectColumns = effectColumns;
        RowsAfter = rowsAfter;
    }

    /// <summary>One row an observation.</summary>
    public double[,] Terms { get; }

    /// <summary>Counts of the rows.</summary>
    public double[] Counts { get; }

    /// <summary>Exposure of the rows; null for none.</summary>
    public double[]? Exposure { get; }

    /// <summary>Columns that would be zero had the measure not been taken.</summary>
    public int[] EffectColumns { get; }

    /// <summary>Rows of the measured series after the measure.</summary>
    public int[] RowsAfter { get; }

    /// <summary>Whether a yearly season and a trend can be told apart from the effect.</summary>
    public static (int Harmonics, bool HasTrend) TermsFor(MeasuredSeries series, EffectOptions options) => (
        options.Harmonics ?? (series.PeriodsPerYear >= 4 && series.Counts.Count * 2 >= series.PeriodsPerYear * 3 ? 1 : 0),
        options.HasTrend ?? series.FirstPeriodAfter >= series.PeriodsPerYear);

    /// <summary>Builds the design.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">Which terms.</param>
    /// <param name="leftOut">Periods just before the measure to leave out.</param>
    /// <param name="hasEffect">Whether the effect is a term; without it only what was before the measure is used.</param>
    public static EffectDesign Build(MeasuredSeries series, EffectOptions options, int leftOut, bool hasEffect)
    {
        var (harmonics, hasTrend) = TermsFor(series, options);
        var hasControl = hasEffect && series.Control is not null;
        var rows = new List<double[]>();
        var counts = new List<double>();
        var exposure = new List<double>();
        var rowsAfter = new List<int>();
        for (var group = hasControl ? 0 : 1; group <= 1; group++)
        {
            var source = group == 1 ? series.Counts : series.Control!;
            for (var period = 0; period < series.Counts.Count; period++)
            {
                var isAfter = period >= series.FirstPeriodAfter;
                if ((!hasEffect && isAfter) || (!isAfter && period >= series.FirstPeriodAfter - leftOut))
                {
                    continue;
                }

                if (isAfter && group == 1)
                {
                    rowsAfter.Add(rows.Count);
                }

                rows.Add(Row(series, options, period, harmonics, hasTrend, hasEffect, hasControl, group));
                counts.Add(source[period]);
                exposure.Add(series.Exposure is null ? 1 : series.Exposure[period]);
            }
        }

        var columns = rows[0].Length;
        var terms = new double[rows.Count, columns];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                terms[row, column] = rows[row][column];
            }
        }

        var effects = hasEffect ? (options.HasSlopeChange ? 2 : 1) : 0;
        return new EffectDesign(
            terms, [.. counts], series.Exposure is null ? null : [.. exposure],
            [.. Enumerable.Range(columns - effects, effects)], [.. rowsAfter]);
    }

    // Order: level, control's own terms, trend, season, common change at the date, and last the effect.
    private static double[] Row(
        MeasuredSeries series, EffectOptions options, int period, int harmonics, bool hasTrend, bool hasEffect,
        bool hasControl, int group)
    {
        var time = period + 1.0;
        var after = period >= series.FirstPeriodAfter ? 1.0 : 0;
        var row = new List<double> { 1 };
        if (hasTrend)
        {
            row.Add(time);
        }

        for (var harmonic = 1; harmonic <= harmonics; harmonic++)
        {
            var angle = 2 * Math.PI * harmonic * time / series.PeriodsPerYear;
            row.Add(Math.Sin(angle));
            row.Add(Math.Cos(angle));
        }

        var since = after * (period - series.FirstPeriodAfter);
        if (hasControl)
        {
            row.Add(group);
            if (hasTrend)
            {
                row.Add(group * time);
            }

            row.Add(after);
            if (options.HasSlopeChange)
            {
                row.Add(since);
            }
        }

        if (hasEffect)
        {
            row.Add(after * group);
            if (options.HasSlopeChange)
            {
                row.Add(since * group);
            }
        }

        return [.. row];
    }
}
