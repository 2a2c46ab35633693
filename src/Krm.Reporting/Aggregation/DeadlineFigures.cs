using Krm.Analytics.Counting.Suppression;
using Krm.Reporting.Suppression;

namespace Krm.Reporting.Aggregation;

/// <summary>Shares in time and durations of groups of cases that have a deadline.</summary>
internal sealed class DeadlineFigures(CaseStore store, ReportOptions options)
{
    private const int FewestForMedian = 10;
    private const int FewestForNinetiethPercentile = 30;
    private const int LongestShownDays = 91;

    private readonly Lazy<Group> _all = new(() =>
    {
        var group = new Group();
        foreach (var record in store.Records)
        {
            Add(group, record);
        }

        return group;
    });

    public DeadlineFigure Overall(ReportCount cases) => Figure("gesamt", cases, _all.Value);

    public IReadOnlyList<DeadlineFigure> ByGroup(CountGrid counts, GroupOrder order, Func<CaseRecord, int> id)
    {
        if (counts.IsWithheld)
        {
            return [];
        }

        var groups = order.Labels.Select(_ => new Group()).ToList();
        foreach (var record in store.Records)
        {
            Add(groups[order[id(record)]], record);
        }

        return [.. groups.Select((group, row) => Figure(order.Labels[row], counts[row, counts.Columns].ToCount(), group))];
    }

    /// <summary>The share closed after 0 to 91 days, rounded so that a step stands for enough cases.</summary>
    public IReadOnlyList<ClosedShare> ClosedShares()
    {
        var group = _all.Value;
        return !store.HasClosingDays || ShareInterval.StepFor(group.Durations.Count, options.SmallestCount) is not { } step
            ? []
            :
            [
                .. group.Durations.ClosedAfter(Enumerable.Range(0, LongestShownDays + 1))
                    .Select((share, days) => new ClosedShare(days, ShareInterval.Round(share, step))),
            ];
    }

    private static void Add(Group group, CaseRecord record)
    {
        if (record.Due is null)
        {
            return;
        }

        group.InTime += record.Outcome == CaseOutcome.InTime ? 1 : 0;
        group.Missed += record.Outcome == CaseOutcome.Missed ? 1 : 0;
        group.Durations.Add(record.Days, record.Closed is not null);
    }

    private DeadlineFigure Figure(string name, ReportCount cases, Group group)
    {
        var count = store.HasClosingDays ? group.Durations.Count : 0;
        return new DeadlineFigure(
            name,
            cases,
            store.HasClosingDays ? ShareInterval.Careful(group.InTime, group.InTime + group.Missed, options.SmallestCount) : null,
            count >= Math.Max(FewestForMedian, 2 * options.SmallestCount) ? group.Durations.Quantile(.5) : null,
            count >= Math.Max(FewestForNinetiethPercentile, 10 * options.SmallestCount) ? group.Durations.Quantile(.9) : null);
    }

    private sealed class Group
    {
        public long InTime { get; set; }

        public long Missed { get; set; }

        public SurvivalCurve Durations { get; } = new();
    }
}
