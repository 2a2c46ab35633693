using Krm.Cli.Tables;

namespace Krm.Cli.Batches;

/// <summary>Puts passed-through, added and error cells of an output row side by side.</summary>
internal sealed class RowLayout
{
    private readonly RowPlan _plan;
    private readonly int[] _passed;

    public RowLayout(TableHeader header, RowPlan plan)
    {
        _plan = plan;
        string[] added = [.. plan.AddedColumns, RowBatch.ErrorColumn];
        _passed = plan.PassesThrough
            ? [.. Enumerable.Range(0, header.Names.Count).Where(column => !added.Contains(header.Names[column]))]
            : [];
        Replaced = plan.PassesThrough ? [.. header.Names.Where(added.Contains)] : [];
        Columns = [.. _passed.Select(column => header.Names[column]), .. added];
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

    private Cell[] Arrange(TableRow row, Cell[] added, string error)
    {
        var source = _plan.PassedCells?.Invoke(row) ?? row.Cells;
        var cells = new Cell[Columns.Count];
        for (var index = 0; index < _passed.Length; index++)
        {
            cells[index] = source[_passed[index]];
        }

        added.CopyTo(cells, _passed.Length);
        cells[^1] = error;
        return cells;
    }
}
