using Krm.Cli.Tables;

namespace Krm.Cli.Batches;

/// <summary>What a command does with each row of a table.</summary>
/// <param name="AddedColumns">Names of the cells that <paramref name="Process"/> gives, in order, without <c>error</c>.</param>
/// <param name="Process">
/// Gives the result rows of one input row; called from several threads at once. A <see cref="RowException"/> marks
/// the row as failed.
/// </param>
/// <param name="PassesThrough">Whether the input columns stand before the added ones.</param>
/// <param name="FailedCells">The added cells of a failed row; all empty where null.</param>
internal sealed record RowPlan(
    IReadOnlyList<string> AddedColumns,
    Func<TableRow, IReadOnlyList<Cell[]>> Process,
    bool PassesThrough = true,
    Func<TableRow, Cell[]>? FailedCells = null);
