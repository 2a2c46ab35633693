using Krm.Analytics.Counting.Suppression;
using Krm.Reporting.Suppression;
using NodaTime;

namespace Krm.Reporting.Aggregation;

/// <summary>Open cases: what is overdue, at which step, and what is due next.</summary>
internal sealed class WorklistTables
{
    private const string AllUnits = "alle Stellen";

    private readonly GroupOrder _overdueUnits;
    private readonly GroupOrder _upcomingUnits;
    private readonly GroupOrder _steps;
    private readonly CountGrid _overdue;
    private readonly CountGrid _overdueSteps;
    private readonly CountGrid _upcoming;

    public WorklistTables(CaseCounter counter, CaseStore store, GroupOrder units, LocalDate asOf)
    {
        var late = store.Records.Where(record => record.IsOverdue).ToList();
        var open = store.Records.Where(record => record.Due is not null && record.Closed is null && !record.IsOverdue).ToList();
        _overdueUnits = counter.Thin(units, Buckets.Overdue.Labels.Count, late.Count, store.Units, AllUnits);
        _upcomingUnits = counter.Thin(units, Buckets.Upcoming.Labels.Count, open.Count, store.Units, AllUnits);
        _steps = counter.Thin(
            counter.OrderOf(late, store.Steps, record => record.Step),
            Buckets.Overdue.Labels.Count, late.Count, store.Steps, GroupNames.Unknown);
        int Age(CaseRecord record) => Buckets.Overdue.Find(Period.DaysBetween(record.Due!.Value, asOf));
        int Left(CaseRecord record) => Buckets.Upcoming.Find(Period.DaysBetween(asOf, record.Due!.Value));
        _overdue = counter.Table(
            _overdueUnits.Labels.Count, Buckets.Overdue.Labels.Count, late, record => _overdueUnits[record.Unit], Age);
        _overdueSteps = counter.Table(
            _steps.Labels.Count, Buckets.Overdue.Labels.Count, late, record => _steps[record.Step], Age);
        _upcoming = counter.Table(
            _upcomingUnits.Labels.Count, Buckets.Upcoming.Labels.Count, open, record => _upcomingUnits[record.Unit], Left);
        for (var age = 0; age <= _overdue.Columns; age++)
        {
            _overdueSteps[_overdueSteps.Rows, age] = _overdue[_overdue.Rows, age];
        }
    }

    public IEnumerable<CountGrid> Grids => [_overdue, _overdueSteps, _upcoming];

    public ReportData AddTo(ReportData data) => data with
    {
        OverdueCount = _overdue.Total.ToCount(),
        Overdue = Table(_overdue, _overdueUnits, Buckets.Overdue),
        OverdueSteps = _steps.Labels is [GroupNames.Unknown] ? CrossTable.Empty : Table(_overdueSteps, _steps, Buckets.Overdue),
        Upcoming = Table(_upcoming, _upcomingUnits, Buckets.Upcoming),
    };

    private static CrossTable Table(CountGrid grid, GroupOrder rows, Buckets columns) =>
        grid.Total.Value == 0 ? CrossTable.Empty : grid.ToTable(rows.Labels, columns.Labels);
}
