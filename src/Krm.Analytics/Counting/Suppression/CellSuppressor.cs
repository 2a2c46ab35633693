namespace Krm.Analytics.Counting.Suppression;

/// <summary>Withholds small counts, and with them as many others as it takes that nobody can subtract them back.</summary>
/// <remarks>
/// A table with totals is a network: each cell an edge, each line a node whose flow is balanced. A withheld cell
/// is safe when it lies on a circle of withheld cells along which <c>smallest</c> cases can be moved without any cell
/// becoming negative: then all published numbers fit to values at least that far apart. For each withheld
/// cell the cheapest such circle is sought, and the cells on it are withheld too.
/// Source: Cox, L. H. (1995): Network models for complementary cell suppression. JASA 90, 1453–1462. Applied once, after the final
/// merge; works on the given tables.
/// </remarks>
public static class CellSuppressor
{
    /// <summary>Withholds cells in all tables until each of them is safe.</summary>
    /// <param name="grids">The tables that are to be published together.</param>
    /// <param name="isOpen">Cells that are published in any case, such as the number of all cases.</param>
    /// <param name="smallest">Counts of 1 to this number minus 1 are withheld.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or the smallest published count below 1.</exception>
    public static void Protect(IReadOnlyList<CountGrid> grids, IReadOnlySet<CountCell> isOpen, int smallest)
    {
        ArgumentNullException.ThrowIfNull(grids);
        ArgumentNullException.ThrowIfNull(isOpen);
        ArgumentOutOfRangeException.ThrowIfLessThan(smallest, 1);
        foreach (var cell in grids.SelectMany(Cells))
        {
            ArgumentOutOfRangeException.ThrowIfNegative(cell.Value, nameof(grids));
        }

        foreach (var cell in grids.SelectMany(Cells).Where(cell => cell.Value > 0 && cell.Value < smallest))
        {
            cell.IsSuppressed = true;
        }

        do
        {
            while (ProtectEach(grids, isOpen, smallest))
            {
            }
        }
        while (WithholdSolvable(grids));
    }

    /// <summary>Whether any cell was withheld or any table given up.</summary>
    private static bool ProtectEach(IReadOnlyList<CountGrid> grids, IReadOnlySet<CountCell> isOpen, int smallest)
    {
        var changed = false;
        foreach (var grid in grids.Where(grid => !grid.IsWithheld))
        {
            if (grid.Parent is { IsWithheld: true })
            {
                // Its totals would give away what the withheld table hides.
                grid.IsWithheld = true;
                changed = true;
                continue;
            }

            var network = new GridNetwork(grid, isOpen, smallest);
            for (var row = 0; row <= grid.Rows && !grid.IsWithheld; row++)
            {
                for (var column = 0; column <= grid.Columns && !grid.IsWithheld; column++)
                {
                    if (!grid[row, column].IsSuppressed)
                    {
                        continue;
                    }

                    var circle = isOpen.Contains(grid[row, column]) ? null : network.FindCircle(row, column);
                    if (circle is null)
                    {
                        grid.IsWithheld = true;
                        changed = true;
                        continue;
                    }

                    foreach (var cell in circle.Where(cell => !cell.IsSuppressed))
                    {
                        cell.IsSuppressed = true;
                        changed = true;
                    }
                }
            }
        }

        return changed;
    }

    /// <summary>Gives up a table where the equations of all tables together still determine a withheld cell.</summary>
    private static bool WithholdSolvable(IReadOnlyList<CountGrid> grids)
    {
        var solved = LinearAudit.FindDetermined([.. grids.Where(grid => !grid.IsWithheld)]);
        var culprit = grids
            .Where(grid => !grid.IsWithheld && Cells(grid).Any(solved.Contains))
            .OrderBy(grid => grid.Rows * grid.Columns)
            .LastOrDefault();
        if (culprit is null)
        {
            return false;
        }

        culprit.IsWithheld = true;
        return true;
    }

    private static IEnumerable<CountCell> Cells(CountGrid grid)
    {
        for (var row = 0; row <= grid.Rows; row++)
        {
            for (var column = 0; column <= grid.Columns; column++)
            {
                yield return grid[row, column];
            }
        }
    }
}
