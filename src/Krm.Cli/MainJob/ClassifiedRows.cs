using Krm.Cli.Batches;
using Krm.Cli.Models;
using Krm.Cli.Tables;
using Krm.Reporting;

namespace Krm.Cli.MainJob;

/// <summary>Writes one row a case: what came in with its text anonymised, then what was found out.</summary>
internal sealed class ClassifiedRows
{
    /// <summary>Marks a column of the backlog that is called like one of the results.</summary>
    public const string InputPrefix = "input_";

    public const string Applicable = "applicable";
    public const string Priority = "priority";
    public const string DueDate = "due_date";

    private readonly RowLayout _layout;
    private readonly PromiseCells _promises;

    public ClassifiedRows(TableHeader header, int textColumn, PromiseCells promises)
    {
        _promises = promises;
        _layout = new RowLayout(
            header, new RowPlan([Applicable, Priority, DueDate, .. PredictionCells.Columns, .. promises.Columns], _ => []), InputPrefix);
        TextColumn = textColumn;
    }

    public IReadOnlyList<string> Columns => _layout.Columns;

    private int TextColumn { get; }

    public Cell[] Of(TableRow row, CaseResult result)
    {
        var cells = row.Cells;
        if (TextColumn >= 0)
        {
            cells = [.. cells];
            cells[TextColumn] = result.Text;
        }

        var known = result.Plan is { } plan ? ReportCase.Of(plan) : null;
        Cell[] found =
        [
            known is null ? Cell.Empty : Cell.Flag(known.IsApplicable),
            known?.Priority ?? string.Empty,
            known?.Due is { } due ? IsoDate.Format(due) : Cell.Empty,
            .. result.Prediction is { } prediction ? PredictionCells.Of(prediction) : PredictionCells.None,
            .. _promises.Of(result.Plan, result.Closed),
        ];
        return _layout.Arrange(row with { Cells = cells }, found, result.Error ?? string.Empty);
    }
}
