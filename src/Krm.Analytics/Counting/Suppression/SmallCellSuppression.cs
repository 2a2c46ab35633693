namespace Krm.Analytics.Counting.Suppression;

/// <summary>Decides which numbers of a single published table have to stay hidden so that no small number can be read or worked out.</summary>
/// <remarks>
/// A table with row totals, column totals and the grand total is published; every entry above 0 and below the minimum is hidden,
/// and as many others as it takes that each hidden one can be anything within a range of the minimum (<see cref="CellSuppressor"/>, which
/// also takes tables that share totals). Applied once, after the final merge. Pure and thread-safe.
/// </remarks>
public static class SmallCellSuppression
{
    /// <summary>The minimum cell size used where none is given.</summary>
    public const int DefaultMinimum = 5;

    /// <summary>Which entries to hide.</summary>
    /// <param name="counts">The inner counts, rows × columns, none negative.</param>
    /// <param name="minimum">The smallest number above 0 that may be published; at least 1.</param>
    /// <returns>
    /// (rows + 1) × (columns + 1) flags, true for hidden: the last row are the column totals, the last column the row totals. All are
    /// true where the small numbers cannot be hidden otherwise.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or the minimum below 1.</exception>
    public static bool[,] FindHidden(long[,] counts, int minimum = DefaultMinimum)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var grid = new CountGrid(counts.GetLength(0), counts.GetLength(1));
        for (var row = 0; row < grid.Rows; row++)
        {
            for (var column = 0; column < grid.Columns; column++)
            {
                grid[row, column].Value = counts[row, column];
            }
        }

        grid.AddUp();
        CellSuppressor.Protect([grid], new HashSet<CountCell>(), minimum);
        var hidden = new bool[grid.Rows + 1, grid.Columns + 1];
        for (var row = 0; row <= grid.Rows; row++)
        {
            for (var column = 0; column <= grid.Columns; column++)
            {
                hidden[row, column] = grid.IsWithheld || grid[row, column].IsSuppressed;
            }
        }

        return hidden;
    }
}
