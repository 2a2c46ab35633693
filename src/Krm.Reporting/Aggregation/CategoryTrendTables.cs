using Krm.Analytics.Counting.Suppression;
using Krm.Reporting.Suppression;

namespace Krm.Reporting.Aggregation;

/// <summary>The course of the categories inside the current and the previous window.</summary>
/// <remarks>
/// One table a window: its row totals are the cells of the table of windows, so nothing can be subtracted across them.
/// Months are used where they hold enough cases on average, quarters else.
/// </remarks>
internal sealed class CategoryTrendTables
{
    private const int EnoughCasesPerCell = 15;

    private readonly List<(CountGrid Grid, IReadOnlyList<ReportPeriod> Periods)?> _tables = [];

    public CategoryTrendTables(
        ComparisonWindows comparison, CountGrid byWindow, IEnumerable<CaseRecord> cases, GroupOrder categories)
    {
        var windows = comparison.Windows;
        var records = cases.ToList();
        var step = Step(comparison.Months, byWindow);
        for (var window = 0; window < windows.Count; window++)
        {
            _tables.Add(step > 0 && window >= windows.Count - 2
                ? Count(window, ComparisonWindows.Cut(windows[window], step), byWindow, records, categories, windows[window])
                : null);
        }
    }

    public IEnumerable<CountGrid> Grids => _tables.OfType<(CountGrid Grid, IReadOnlyList<ReportPeriod>)>().Select(table => table.Grid);

    public IReadOnlyList<CrossTable> ToTables(IReadOnlyList<string> categories) =>
    [
        .. _tables.Select(table => table is var (grid, periods)
            ? grid.ToTable(categories, [.. periods.Select(period => period.Label)])
            : CrossTable.Empty),
    ];

    private static int Step(int months, CountGrid byWindow)
    {
        if (months < 6)
        {
            return 0;
        }

        var current = byWindow[byWindow.Rows, byWindow.Columns - 1].Value;
        return current >= (long)EnoughCasesPerCell * byWindow.Rows * months ? 1 : 3;
    }

    private static (CountGrid Grid, IReadOnlyList<ReportPeriod> Periods)? Count(
        int window,
        IReadOnlyList<ReportPeriod> periods,
        CountGrid byWindow,
        IReadOnlyList<CaseRecord> records,
        GroupOrder categories,
        ReportPeriod span)
    {
        var grid = new CountGrid(byWindow.Rows, periods.Count) { Parent = byWindow };
        foreach (var record in records)
        {
            if (record.Received >= span.From && record.Received <= span.To)
            {
                grid.Count(categories[record.Category], PeriodBins.Find(periods, record.Received));
            }
        }

        grid.AddUp();
        for (var row = 0; row <= byWindow.Rows; row++)
        {
            grid[row, periods.Count] = byWindow[row, window];
        }

        return (grid, periods);
    }
}
