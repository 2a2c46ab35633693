using Krm.Analytics.Counting.Suppression;
using Krm.Reporting.Suppression;
using NodaTime;

namespace Krm.Reporting.Aggregation;

/// <summary>Counts the cases into all tables, lets small numbers be withheld, and puts the result together.</summary>
/// <remarks>
/// Tables that show the same number share its cell: the total of a category, of an age, of a window, of all cases.
/// So a number that is withheld in one table is withheld in all of them.
/// </remarks>
internal sealed class ReportAssembler(ReportOptions options, ReportHeader header, CaseStore store)
{
    private const int LargestKindCount = 4;

    private readonly CaseCounter _counter = new(options, store);

    public ReportData Assemble(ReportData data)
    {
        var periods = PeriodBins.Cut(header.From, header.To);
        var kinds = _counter.OrderOverTime(store.Kinds, record => record.Kind, LargestKindCount, periods.Count);
        var units = _counter.Order(store.Units, record => record.Unit);
        var priorities = _counter.Order(store.Priorities, record => record.Priority);
        var categories = _counter.Order(store.Categories, record => record.Category);

        var arrivals = _counter.Table(
            periods.Count, kinds.Labels.Count, store.Records,
            record => PeriodBins.Find(periods, record.Received), record => kinds[record.Kind]);
        var byPeriod = _counter.Table(periods.Count, 1, store.Records, record => PeriodBins.Find(periods, record.Received), _ => 0);
        for (var period = 0; period < periods.Count; period++)
        {
            byPeriod[period, 1] = arrivals[period, arrivals.Columns];
        }

        var byUnit = _counter.List(units, record => record.Unit);
        var byPriority = _counter.List(priorities, record => record.Priority);
        var byCategory = _counter.List(categories, record => record.Category);
        var worklist = new WorklistTables(_counter, store, units, options.AsOf);

        LocalDate? earliest = store.Earlier.Count > 0 ? store.Earlier.Min(record => record.Received) : null;
        var comparison = ComparisonWindows.Create(header.From, header.To, earliest);
        var byWindow = CompareWindows(comparison, categories, byCategory);
        var trends = new CategoryTrendTables(comparison, byWindow, store.Earlier.Concat(store.Records), categories);

        CellSuppressor.Protect(
            [byPeriod, byCategory, byWindow, byUnit, byPriority, arrivals, .. worklist.Grids, .. trends.Grids],
            new HashSet<CountCell>(
                [_counter.All, .. RowTotals(byCategory), .. RowTotals(byUnit), .. RowTotals(byPriority)]),
            options.SmallestCount);

        string[] labels = [.. periods.Select(period => period.Label)];
        var figures = new DeadlineFigures(store, options);
        return worklist.AddTo(data) with
        {
            CaseCount = _counter.All.ToCount(),
            Periods = periods,
            Arrivals = arrivals.IsWithheld
                ? byPeriod.ToTable(labels, ["alle Arten"])
                : arrivals.ToTable(labels, kinds.Labels),
            Overall = figures.Overall(_counter.All.ToCount()),
            Units = figures.ByGroup(byUnit, units, record => record.Unit),
            Priorities = figures.ByGroup(byPriority, priorities, record => record.Priority),
            CategoryDeadlines = figures.ByGroup(byCategory, categories, record => record.Category),
            ClosedShares = figures.ClosedShares(),
            Windows = comparison.Windows,
            CategoryCounts = byCategory.ToTable(categories.Labels, ["Vorgänge"]),
            Categories = byWindow.ToTable(categories.Labels, [.. comparison.Windows.Select(window => window.Label)]),
            CategoryTrends = trends.ToTables(categories.Labels),
            Forecast = WeeklyForecast.Of(store.Earlier.Concat(store.Records).Select(record => record.Received), options.AsOf, options.SmallestCount),
        };
    }

    /// <summary>Totals of groups are large enough by how groups are formed, and are shown whatever becomes of the rest.</summary>
    private static IEnumerable<CountCell> RowTotals(CountGrid grid) =>
        Enumerable.Range(0, grid.Rows).Select(row => grid[row, grid.Columns]);

    private CountGrid CompareWindows(ComparisonWindows comparison, GroupOrder categories, CountGrid byCategory)
    {
        var windows = comparison.Windows;
        IEnumerable<CaseRecord> cases = comparison.IncludesEarlier
            ? store.Earlier.Where(record => record.Received >= windows[0].From && record.Received <= windows[0].To).Concat(store.Records)
            : store.Records;
        var byWindow = _counter.Table(
            categories.Labels.Count, windows.Count, cases,
            record => categories[record.Category], record => PeriodBins.Find(windows, record.Received));
        var sameCases = comparison.IncludesEarlier ? windows.Count - 1 : windows.Count;
        for (var category = 0; category <= byCategory.Rows; category++)
        {
            byCategory[category, 1] = byWindow[category, sameCases];
        }

        if (comparison.IncludesEarlier)
        {
            byWindow[byWindow.Rows, sameCases] = _counter.All;
            byCategory[byCategory.Rows, 1] = _counter.All;
        }

        return byWindow;
    }
}
