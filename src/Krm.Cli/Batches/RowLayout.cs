using Krm.Cli.Tables;

namespace Krm.Cli.Batches;

/// <summary>Puts passed-through, added and error cells of an output row side by side.</summary>
internal sealed class RowLayout
{
    private readonly RowPlan _plan;
    private readonly int[] _passed;

    /// <param name="header">The columns of the input.</param>
    /// <param name="plan">What is added.</param>
    /// <param name="keptPrefix">
    /// Put before the name of an input column that is called like an added one; null if such columns give way.
    /// </param>
    public RowLayout(TableHeader header, RowPlan plan, string? keptPrefix = null)
    {
        _plan = plan;
        string[] added = [.. plan.AddedColumns, RowBatch.ErrorColumn];
        var names = header.Names;
        _passed = plan.PassesThrough
            ? [.. Enumerable.Range(0, names.Count).Where(column => keptPrefix is not null || !added.Contains(names[column]))]
            : [];
        Replaced = plan.PassesThrough && keptPrefix is null ? [.. names.Where(added.Contains)] : [];
        Columns =
        [
            .. _passed.Select(column => added.Contains(names[column]) ? keptPrefix + names[column] : names[column]),
            .. added,
        ];
    }

    /// <summary>All columns of the output.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Input columns that give way to added ones of the same name.</summary>
    public IReadOnlyList<string> Replaced { get; }

    /// <summary>One output row of a row that went well.</summary>
    public Cell[] Arrange(TableRow row, Cell[] added) => Arrange(row, added, string.Empty);

    /// <summary>The output row of a row that failed.</summary>
    public Cell[] ArrangeFailure(TableRow row, string error)
    {
        var added = new Cell[_plan.AddedColumns.Count];
        Array.Fill(added, Cell.Empty);
        return Arrange(row, _plan.FailedCells?.Invoke(row) ?? added, error);
    }

    /// <summary>Passed-through cells, added cells and the error, empty where all went well.</summary>
    public Cell[] Arrange(TableRow row, Cell[] added, string error)
    {
        var cells = new Cell[Columns.Count];
        for (var index = 0; index < _passed.Length; index++)
        {
            cells[index] = row.Cells[_passed[index]];
        }

        added.CopyTo(cells, _passed.Length);
        cells[^1] = error;
        return cells;
    }
}
