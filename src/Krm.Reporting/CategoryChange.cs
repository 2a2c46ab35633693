namespace Krm.Reporting;

/// <summary>How the number of cases of a category changed from the previous to the current window.</summary>
/// <param name="Row">Row of the table of categories.</param>
/// <param name="Category">Name of the category.</param>
/// <param name="Previous">Cases in the previous window.</param>
/// <param name="Current">Cases in the current window.</param>
/// <param name="IsClear">Whether the change is larger than chance explains, at 95 %.</param>
internal sealed record CategoryChange(int Row, string Category, long Previous, long Current, bool IsClear)
{
    private const double NormalQuantile975 = 1.959963984540054;

    /// <summary>Current divided by previous.</summary>
    public double Ratio => (double)Current / Previous;

    /// <summary>The changes of all categories whose numbers are shown in both windows and not zero before.</summary>
    /// <remarks>
    /// Two Poisson counts are compared through the square roots, whose variance does not depend on the mean: both are
    /// near 1/4. Clusters make counts more variable than Poisson; the variance is scaled by the spread of the shorter periods.
    /// </remarks>
    public static IReadOnlyList<CategoryChange> Of(ReportData data)
    {
        var changes = new List<CategoryChange>();
        if (data.Windows.Count < 2 || data.Categories.IsEmpty)
        {
            return changes;
        }

        for (var row = 0; row < data.Categories.Rows.Count; row++)
        {
            var cells = data.Categories.Cells[row];
            if (cells[^2].Value is > 0 and { } previous && cells[^1].Value is { } current)
            {
                var distance = Math.Abs(Math.Sqrt(current) - Math.Sqrt(previous)) * Math.Sqrt(2 / Dispersion(data, row));
                changes.Add(new CategoryChange(row, data.Categories.Rows[row], previous, current, distance > NormalQuantile975));
            }
        }

        return changes;
    }

    /// <summary>Variance divided by mean of the shorter periods within their windows, at least 1.</summary>
    private static double Dispersion(ReportData data, int row)
    {
        var sum = 0.0;
        var degrees = 0;
        foreach (var trend in data.CategoryTrends.Where(trend => !trend.IsEmpty))
        {
            var values = trend.Cells[row].Where(cell => !cell.IsSuppressed).Select(cell => (double)cell.Value!.Value).ToList();
            if (values.Count < 2 || values.Sum() == 0)
            {
                continue;
            }

            var mean = values.Average();
            sum += values.Sum(value => (value - mean) * (value - mean) / mean);
            degrees += values.Count - 1;
        }

        return degrees == 0 ? 1 : Math.Max(1, sum / degrees);
    }
}
