using Krm.Analytics.Counting;
using Krm.Cli.Batches;
using Krm.Cli.Models;
using Krm.Cli.Tables;
using Krm.Reporting;
using NodaTime;

namespace Krm.Cli.MainJob;

/// <summary>Reads the rows of <c>classified.csv</c> back: as cases of a report, and into counts.</summary>
internal sealed class ClassifiedColumns(TableHeader header, ReportRecord record, Messages messages)
{
    private readonly TypedColumn _date = Named(header, record.Date, messages);
    private readonly TypedColumn _error = TypedColumn.Required(header, RowBatch.ErrorColumn, messages);
    private readonly TypedColumn _due = TypedColumn.Required(header, ClassifiedRows.DueDate, messages);
    private readonly TypedColumn _applicable = TypedColumn.Required(header, ClassifiedRows.Applicable, messages);
    private readonly TypedColumn _priority = TypedColumn.Required(header, ClassifiedRows.Priority, messages);
    private readonly TypedColumn _category = TypedColumn.Required(header, PredictionCells.Columns[0], messages);
    private readonly TypedColumn _confidence = TypedColumn.Required(header, PredictionCells.Columns[1], messages);
    private readonly TypedColumn _abstained = TypedColumn.Required(header, PredictionCells.Columns[2], messages);
    private readonly TypedColumn _closed = Named(header, record.Closed, messages);
    private readonly TypedColumn _kind = Named(header, record.Kind, messages);
    private readonly TypedColumn _unit = Named(header, record.Unit, messages);
    private readonly TypedColumn _label = Named(header, record.Label, messages);
    private readonly TypedColumn _pending = TypedColumn.Optional(header, PromiseCells.PendingStep, messages);
    private readonly TypedColumn _kept = TypedColumn.Optional(header, PromiseCells.Kept, messages);
    private readonly TypedColumn _broken = TypedColumn.Optional(header, PromiseCells.Broken, messages);
    private readonly int[] _by =
    [
        .. record.By.Dimensions.Select(name => CaseValues.IsCategory(name, record.Label) ? -1 : header.Require(InputName(header, name))),
    ];

    /// <summary>The columns that are looked at.</summary>
    public IReadOnlySet<int> Needed => new HashSet<int>(
    [
        .. new[] { _date, _error, _due, _applicable, _priority, _category, _confidence, _abstained, _closed, _kind, _unit, _label, _pending, _kept, _broken }
            .Select(column => column.Position),
        .. _by,
    ]);

    /// <summary>Whether the row could be planned; others are in no figure.</summary>
    public bool IsGood(TableRow row) => row.Problem is null && _error.IsEmpty(row);

    public void Count(TableRow row, CountCubeBuilder counts) =>
        counts.Add(_date.Date(row), Array.ConvertAll(_by, column => column < 0 ? CategoryOf(row) : row[column]));

    /// <summary>A known category counts as decided by a person.</summary>
    public ReportCase ReadCase(TableRow row)
    {
        var isPredicted = _label.IsEmpty(row) && !_category.IsEmpty(row);
        var abstains = isPredicted && IsAbstained(row);
        return new ReportCase
        {
            Received = _date.Date(row),
            Closed = OptionalDate(_closed, row),
            Due = OptionalDate(_due, row),
            Kind = _kind.Text(row),
            Unit = _unit.Text(row),
            Priority = _priority.Text(row),
            Category = abstains ? null : isPredicted ? _category.Text(row) : _label.Text(row),
            Confidence = isPredicted ? _confidence.Number(row) : null,
            IsAbstained = abstains,
            IsApplicable = _applicable.Text(row) == "1",
            PendingStep = _pending.IsEmpty(row) ? null : TitleOf(_pending.Text(row)),
            Promises = [.. PromisesIn(_kept, row, isKept: true), .. PromisesIn(_broken, row, isKept: false)],
        };
    }

    private IEnumerable<PromiseResult> PromisesIn(TypedColumn column, TableRow row, bool isKept) =>
        column.Text(row).Split(PromiseCells.Separator, StringSplitOptions.RemoveEmptyEntries).Select(duty => new PromiseResult(TitleOf(duty), isKept));

    private string TitleOf(string duty) => record.Duties.GetValueOrDefault(duty, duty);

    private string CategoryOf(TableRow row) =>
        !_label.IsEmpty(row) ? _label.Text(row) : IsAbstained(row) ? string.Empty : _category.Text(row);

    private bool IsAbstained(TableRow row) => _abstained.Text(row) == "1";

    private static TypedColumn Named(TableHeader header, string? name, Messages messages) =>
        name is null ? new TypedColumn(header, -1, messages) : TypedColumn.Required(header, InputName(header, name), messages);

    /// <summary>A column of the backlog may have made way for a result of the same name.</summary>
    private static string InputName(TableHeader header, string name) =>
        header.Find(ClassifiedRows.InputPrefix + name) >= 0 ? ClassifiedRows.InputPrefix + name : name;

    private static LocalDate? OptionalDate(TypedColumn column, TableRow row) => column.IsEmpty(row) ? null : column.Date(row);
}
