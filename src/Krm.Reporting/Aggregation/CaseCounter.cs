using Krm.Analytics.Counting.Suppression;

namespace Krm.Reporting.Aggregation;

/// <summary>Counts cases into groups and tables.</summary>
internal sealed class CaseCounter(ReportOptions options, CaseStore store)
{
    /// <summary>The number of all cases; every table of all cases shares it.</summary>
    public CountCell All { get; } = new(store.Records.Count);

    /// <summary>The groups of all cases, largest first.</summary>
    public GroupOrder Order(GroupNames names, Func<CaseRecord, int> group) => GroupOrder.Create(
        names, Tally(store.Records, names, group), Tally(store.Earlier, names, group),
        options.LargestGroupCount, options.SmallestCount, options.SmallestCount);

    /// <summary>The groups that have enough cases to be shown period by period.</summary>
    public GroupOrder OrderOverTime(GroupNames names, Func<CaseRecord, int> group, int largest, int periods) => GroupOrder.Create(
        names, Tally(store.Records, names, group), new long[names.Count],
        largest, (long)options.SmallestCount * periods, options.SmallestCount);

    /// <summary>The groups of some of the cases, largest first.</summary>
    public GroupOrder OrderOf(IEnumerable<CaseRecord> cases, GroupNames names, Func<CaseRecord, int> group) => GroupOrder.Create(
        names, Tally(cases, names, group), new long[names.Count], options.LargestGroupCount, options.SmallestCount, options.SmallestCount);

    /// <summary>A table in one column.</summary>
    public CountGrid List(GroupOrder order, Func<CaseRecord, int> group) =>
        Table(order.Labels.Count, 1, store.Records, record => order[group(record)], _ => 0);

    public CountGrid Table(
        int rows, int columns, IEnumerable<CaseRecord> cases, Func<CaseRecord, int> row, Func<CaseRecord, int> column)
    {
        var grid = new CountGrid(rows, columns);
        foreach (var record in cases)
        {
            grid.Count(row(record), column(record));
        }

        grid.AddUp();
        if (ReferenceEquals(cases, store.Records))
        {
            grid[rows, columns] = All;
        }

        return grid;
    }

    /// <summary>The rows given, or a single one where they would have hardly a cell that may be shown.</summary>
    public GroupOrder Thin(GroupOrder rows, int columns, int cases, GroupNames names, string label) =>
        cases < (long)options.SmallestCount * rows.Labels.Count * columns ? GroupOrder.Single(names, label) : rows;

    private static long[] Tally(IEnumerable<CaseRecord> cases, GroupNames names, Func<CaseRecord, int> group)
    {
        var counts = new long[names.Count];
        foreach (var record in cases)
        {
            counts[group(record)]++;
        }

        return counts;
    }
}
