namespace Krm.Cli.Tables;

/// <summary>One row as read, with the place it came from.</summary>
/// <param name="Number">Row number from 1, without the header.</param>
/// <param name="Line">Line of the file in which the row begins, from 1.</param>
/// <param name="Cells">As many cells as the header has columns, whatever the row itself held.</param>
/// <param name="Problem">What is wrong with the row as a whole, or null.</param>
internal sealed record TableRow(long Number, long Line, Cell[] Cells, string? Problem)
{
    public string this[int column] => column < 0 ? string.Empty : Cells[column].Text;
}
