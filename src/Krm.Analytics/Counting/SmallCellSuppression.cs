namespace Krm.Analytics.Counting;

/// <summary>Decides which numbers of a published table have to stay hidden so that no small number can be read or worked out.</summary>
/// <remarks>
/// <para>
/// A table with row totals, column totals and the grand total is published; every entry above 0 and below the minimum is
/// hidden. Then more entries are hidden, smallest first, until no hidden one can be worked out from the others by adding and
/// subtracting and no hidden group adds up to less than the minimum. Hidden entries are edges between their row and their
/// column: exactly the bridges of that graph are determined by the sums, so entries are added until there is no bridge.
/// </para>
/// <para>Applied once, after the final merge. Pure and thread-safe; cost about the square of the number of entries at worst.</para>
/// </remarks>
public static class SmallCellSuppression
{
    /// <summary>The minimum cell size used where none is given.</summary>
    public const int DefaultMinimum = 5;

    /// <summary>Which entries to hide.</summary>
    /// <param name="counts">The inner counts, rows × columns, none negative.</param>
    /// <param name="minimum">The smallest number above 0 that may be published; at least 1.</param>
    /// <returns>
    /// (rows + 1) × (columns + 1) flags, true for hidden: the last row are the column totals, the last column the row totals.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or the minimum below 1.</exception>
    public static bool[,] FindHidden(long[,] counts, int minimum = DefaultMinimum)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 1);
        var table = AddTotals(counts);
        var hidden = new bool[table.GetLength(0), table.GetLength(1)];
        for (var row = 0; row < table.GetLength(0); row++)
        {
            for (var column = 0; column < table.GetLength(1); column++)
            {
                hidden[row, column] = table[row, column] > 0 && table[row, column] < minimum;
            }
        }

        var lines = new SuppressedLines(table, hidden, minimum);
        while (lines.HideOneMore())
        {
        }

        return hidden;
    }

    private static long[,] AddTotals(long[,] counts)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        var table = new long[rows + 1, columns + 1];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var count = counts[row, column];
                ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
                table[row, column] = count;
                table[row, columns] += count;
                table[rows, column] += count;
                table[rows, columns] += count;
            }
        }

        return table;
    }
}
