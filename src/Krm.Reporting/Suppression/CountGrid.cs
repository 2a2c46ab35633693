namespace Krm.Reporting.Suppression;

/// <summary>A table of counts with its totals: the last row and the last column hold the sums.</summary>
/// <remarks>Totals that another table shows too are shared cells, so that withholding one withholds it everywhere.</remarks>
internal sealed class CountGrid
{
    private readonly CountCell[,] _cells;

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

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Whether the table is not shown at all because its small numbers cannot be hidden otherwise.</summary>
    public bool IsWithheld { get; set; }

    /// <summary>The table whose inner cells are totals of this one; without it this table is not shown either.</summary>
    public CountGrid? Parent { get; init; }

    public CountCell Total => _cells[Rows, Columns];

    /// <summary>Gets or replaces a cell; row <see cref="Rows"/> and column <see cref="Columns"/> are the totals.</summary>
    public CountCell this[int row, int column]
    {
        get => _cells[row, column];
        set => _cells[row, column] = value;
    }

    /// <summary>Counts one case into an inner cell; totals follow by <see cref="AddUp"/>.</summary>
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

    /// <summary>The table as it may be shown.</summary>
    public CrossTable ToTable(IReadOnlyList<string> rows, IReadOnlyList<string> columns) => IsWithheld
        ? CrossTable.Empty with { IsWithheld = true, Total = ReportCount.Suppressed }
        : new CrossTable
        {
            Rows = rows,
            Columns = columns,
            Cells = [.. Enumerable.Range(0, Rows).Select(row => (IReadOnlyList<ReportCount>)
                [.. Enumerable.Range(0, Columns).Select(column => _cells[row, column].ToCount())])],
            RowTotals = [.. Enumerable.Range(0, Rows).Select(row => _cells[row, Columns].ToCount())],
            ColumnTotals = [.. Enumerable.Range(0, Columns).Select(column => _cells[Rows, column].ToCount())],
            Total = Total.ToCount(),
        };
}
