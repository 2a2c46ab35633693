using Krm.Reporting.Suppression;
using NodaTime;

namespace Krm.Reporting.Aggregation;

/// <summary>Counts the cases into all tables, lets small numbers be withheld, and puts the result together.</summary>
/// <remarks>
/// Tables that show the same number share its cell: the total of a unit, of an outcome, of a window, of all cases.
/// So a number that is withheld in one table is withheld in all of them.
/// </remarks>
internal sealed class ReportAssembler(
    ReportOptions options, ReportHeader header, List<CaseRecord> records, bool hasClosingDays)
{
    private readonly CountCell _all = new(records.Count);

    public ReportData Assemble(
        ReportData data, GroupNames kinds, GroupNames units, GroupNames priorities, GroupNames categories, GroupNames steps)
    {
        var kindOrder = Order(kinds, record => record.Kind, 4);
        var unitOrder = Order(units, record => record.Unit, options.LargestGroupCount);
        var priorityOrder = Order(priorities, record => record.Priority, options.LargestGroupCount);
        var categoryOrder = Order(categories, record => record.Category, options.LargestGroupCount);

        var periods = PeriodBins.Cut(header.From, header.To);
        var arrivals = Grid(periods.Count, kindOrder.Labels.Count, records,
            record => PeriodBins.Find(periods, record.Received), record => kindOrder[record.Kind]);
        var byCategory = Grid(categoryOrder.Labels.Count, 1, records, record => categoryOrder[record.Category], _ => 0);
        var byUnit = Grid(unitOrder.Labels.Count, 1, records, record => unitOrder[record.Unit], _ => 0);
        var byPriority = Grid(priorityOrder.Labels.Count, 1, records, record => priorityOrder[record.Priority], _ => 0);
        var overdueCases = records.Where(record => record.IsOverdue).ToList();
        var overdue = Grid(unitOrder.Labels.Count, Buckets.Overdue.Labels.Count, overdueCases,
            record => unitOrder[record.Unit], DaysOverdue);
        var stepOrder = GroupOrder.Create(
            steps, Tally(overdueCases, steps.Count, record => record.Step), options.LargestGroupCount, options.SmallestCount);
        var overdueSteps = Grid(stepOrder.Labels.Count, Buckets.Overdue.Labels.Count, overdueCases,
            record => stepOrder[record.Step], DaysOverdue);
        var comparison = ComparisonWindows.Create(header.From, header.To);
        var byWindow = Grid(categoryOrder.Labels.Count, comparison.Windows.Count, records,
            record => categoryOrder[record.Category], record => PeriodBins.Find(comparison.Windows, record.Received));
        var trends = new CategoryTrendTables(comparison, byWindow, records, categoryOrder);

        for (var category = 0; category < byCategory.Rows; category++)
        {
            byCategory[category, 1] = byWindow[category, byWindow.Columns];
        }

        for (var age = 0; age <= overdue.Columns; age++)
        {
            overdueSteps[overdueSteps.Rows, age] = overdue[overdue.Rows, age];
        }

        CellSuppressor.Protect(
            [byCategory, byWindow, byUnit, byPriority, arrivals, overdue, overdueSteps, .. trends.Grids],
            new HashSet<CountCell>([_all, .. RowTotals(byWindow), .. RowTotals(byUnit), .. RowTotals(byPriority), .. ColumnTotals(arrivals)]),
            options.SmallestCount);

        var figures = new DeadlineFigures(records, options.AsOf, options.SmallestCount, hasClosingDays);
        return data with
        {
            CaseCount = _all.ToCount(),
            Periods = periods,
            Arrivals = arrivals.ToTable([.. periods.Select(period => period.Label)], kindOrder.Labels),
            Overall = figures.Overall(_all.ToCount()),
            Units = figures.ByGroup(byUnit, unitOrder, record => record.Unit),
            Priorities = figures.ByGroup(byPriority, priorityOrder, record => record.Priority),
            ClosedShares = figures.ClosedShares(),
            OverdueCount = overdue.Total.ToCount(),
            Overdue = overdueCases.Count > 0 ? overdue.ToTable(unitOrder.Labels, Buckets.Overdue.Labels) : CrossTable.Empty,
            OverdueSteps = overdueCases.Count > 0 && stepOrder.Labels is not [GroupNames.Unknown]
                ? overdueSteps.ToTable(stepOrder.Labels, Buckets.Overdue.Labels)
                : CrossTable.Empty,
            Windows = comparison.Windows,
            CategoryCounts = byCategory.ToTable(categoryOrder.Labels, ["Vorgänge"]),
            Categories = byWindow.ToTable(categoryOrder.Labels, [.. comparison.Windows.Select(window => window.Label)]),
            CategoryTrends = trends.ToTables(categoryOrder.Labels),
        };
    }

    /// <summary>Totals of groups are large enough by how groups are formed, and are shown whatever becomes of the rest.</summary>
    private static IEnumerable<CountCell> RowTotals(CountGrid grid) =>
        Enumerable.Range(0, grid.Rows).Select(row => grid[row, grid.Columns]);

    private static IEnumerable<CountCell> ColumnTotals(CountGrid grid) =>
        Enumerable.Range(0, grid.Columns).Select(column => grid[grid.Rows, column]);

    private static long[] Tally(IEnumerable<CaseRecord> cases, int count, Func<CaseRecord, int> group)
    {
        var counts = new long[count];
        foreach (var record in cases)
        {
            counts[group(record)]++;
        }

        return counts;
    }

    private GroupOrder Order(GroupNames names, Func<CaseRecord, int> group, int largest) =>
        GroupOrder.Create(names, Tally(records, names.Count, group), largest, options.SmallestCount);

    private CountGrid Grid(
        int rows, int columns, IEnumerable<CaseRecord> cases, Func<CaseRecord, int> row, Func<CaseRecord, int> column)
    {
        var grid = new CountGrid(rows, columns);
        foreach (var record in cases)
        {
            grid.Count(row(record), column(record));
        }

        grid.AddUp();
        if (grid.Total.Value == _all.Value)
        {
            grid[rows, columns] = _all;
        }

        return grid;
    }

    private int DaysOverdue(CaseRecord record) => Buckets.Overdue.Find(Period.DaysBetween(record.Due!.Value, options.AsOf));
}
