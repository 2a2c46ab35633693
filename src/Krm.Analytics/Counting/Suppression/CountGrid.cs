namespace Krm.Analytics.Counting.Suppression;

/// <summary>A table of counts with its totals: the last row and the last column hold the sums.</summary>
/// <remarks>
/// Totals that another table shows too are shared cells, so that withholding one withholds it everywhere. Mutable and not
/// thread-safe.
/// </remarks>
public sealed class CountGrid
{
    private readonly CountCell[,] _cells;

    /// <summary>Begins with zeros.</summary>
    /// <param name="rows">Rows without that of the totals, 0 or more.</param>
    /// <param name="columns">Columns without that of the totals, 0 or more.</param>
    public CountGrid(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        _cells = new CountCell[rows + 1, columns + 1];
        for (var row = 0; row <= rows; row++)
        {
            for (var column = 0; column <= columns; column++)
            {
                _cells[row, column] = new CountCell();
            }
        }
    }

    /// <summary>Rows without that of the totals.</summary>
    public int Rows { get; }

    /// <summary>Columns without that of the totals.</summary>
    public int Columns { get; }

    /// <summary>Whether the table is not shown at all because its small numbers cannot be hidden otherwise.</summary>
    public bool IsWithheld { get; internal set; }

    /// <summary>The table whose inner cells are totals of this one; without it this table is not shown either.</summary>
    public CountGrid? Parent { get; init; }

    /// <summary>The sum of all inner cells.</summary>
    public CountCell Total => _cells[Rows, Columns];

    /// <summary>Gets or replaces a cell; row <see cref="Rows"/> and column <see cref="Columns"/> are the totals.</summary>
    /// <param name="row">0 to <see cref="Rows"/>.</param>
    /// <param name="column">0 to <see cref="Columns"/>.</param>
    public CountCell this[int row, int column]
    {
        get => _cells[row, column];
        set => _cells[row, column] = value;
    }

    /// <summary>Counts one case into an inner cell; totals follow by <see cref="AddUp"/>.</summary>
    /// <param name="row">0 to <see cref="Rows"/> exclusive.</param>
    /// <param name="column">0 to <see cref="Columns"/> exclusive.</param>
    public void Count(int row, int column) => _cells[row, column].Value++;

    /// <summary>Sets every total that is not shared to the sum of its line.</summary>
    /// <remarks>A shared total has the same value by construction: it counts the same cases.</remarks>
    public void AddUp()
    {
        for (var row = 0; row < Rows; row++)
        {
            _cells[row, Columns].Value = Enumerable.Range(0, Columns).Sum(column => _cells[row, column].Value);
        }

        for (var column = 0; column <= Columns; column++)
        {
            _cells[Rows, column].Value = Enumerable.Range(0, Rows).Sum(row => _cells[row, column].Value);
        }
    }
}
