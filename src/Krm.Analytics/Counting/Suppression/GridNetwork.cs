namespace Krm.Analytics.Counting.Suppression;

/// <summary>The network of one table: finds the cheapest circle of cells that hides a given cell.</summary>
/// <remarks>
/// Nodes are the rows, then the columns, totals included. An inner cell leads from its row to its column; a row total
/// leads from the column of totals to its row, a column total from its column to the row of totals, the grand total
/// from the row of totals to the column of totals: so what flows into each node flows out again.
/// </remarks>
internal sealed class GridNetwork(CountGrid grid, IReadOnlySet<CountCell> isOpen, int smallest)
{
    private readonly int _columnBase = grid.Rows + 1;
    private readonly int _nodeCount = grid.Rows + grid.Columns + 2;

    /// <summary>The other cells of the cheapest circle along which the cell can grow or shrink by the smallest count.</summary>
    /// <returns>The cells, or <see langword="null"/> where there is no such circle.</returns>
    public IReadOnlyList<CountCell>? FindCircle(int row, int column)
    {
        var hidden = grid[row, column];
        var (tail, head) = Leads(row, column) ? (row, _columnBase + column) : (_columnBase + column, row);
        var growing = FindPath(hidden, head, tail);
        var shrinking = hidden.Value < smallest ? null : FindPath(hidden, tail, head);
        return shrinking is not null && (growing is null || shrinking.Value.Cost < growing.Value.Cost)
            ? shrinking.Value.Cells
            : growing?.Cells;
    }

    private (double Cost, List<CountCell> Cells)? FindPath(CountCell hidden, int start, int goal)
    {
        var costs = new double[_nodeCount];
        var cameFrom = new int[_nodeCount];
        var isDone = new bool[_nodeCount];
        Array.Fill(costs, double.PositiveInfinity);
        costs[start] = 0;
        cameFrom[start] = -1;
        while (true)
        {
            var node = Nearest(costs, isDone);
            if (node < 0)
            {
                return null;
            }

            if (node == goal)
            {
                return (costs[goal], Walk(cameFrom, goal));
            }

            isDone[node] = true;
            var isRow = node < _columnBase;
            var (first, last) = isRow ? (_columnBase, _nodeCount) : (0, _columnBase);
            for (var next = first; next < last; next++)
            {
                var cell = CellBetween(node, next);
                if (ReferenceEquals(cell, hidden) || isDone[next])
                {
                    continue;
                }

                var total = costs[node] + Cost(cell, node, next);
                if (total < costs[next])
                {
                    costs[next] = total;
                    cameFrom[next] = node;
                }
            }
        }
    }

    private static int Nearest(double[] costs, bool[] isDone)
    {
        var best = -1;
        for (var node = 0; node < costs.Length; node++)
        {
            if (!isDone[node] && !double.IsPositiveInfinity(costs[node]) && (best < 0 || costs[node] < costs[best]))
            {
                best = node;
            }
        }

        return best;
    }

    /// <summary>Whether the cell leads from its row to its column.</summary>
    private bool Leads(int row, int column) => (row == grid.Rows) == (column == grid.Columns);

    private double Cost(CountCell cell, int from, int to)
    {
        if (isOpen.Contains(cell))
        {
            return double.PositiveInfinity;
        }

        var (row, column) = Place(from, to);
        var grows = Leads(row, column) == (from == row && from < _columnBase);
        if (!grows && cell.Value < smallest)
        {
            return double.PositiveInfinity;
        }

        // A withheld cell costs next to nothing, so that short circles win; totals are worth more than what they add up.
        var worth = row == grid.Rows || column == grid.Columns ? 4.0 : 1.0;
        return cell.IsSuppressed ? 1e-6 : worth * (1 + cell.Value);
    }

    private (int Row, int Column) Place(int from, int to) =>
        from < _columnBase ? (from, to - _columnBase) : (to, from - _columnBase);

    private CountCell CellBetween(int from, int to)
    {
        var (row, column) = Place(from, to);
        return grid[row, column];
    }

    private List<CountCell> Walk(int[] cameFrom, int goal)
    {
        var cells = new List<CountCell>();
        for (var node = goal; cameFrom[node] >= 0; node = cameFrom[node])
        {
            cells.Add(CellBetween(cameFrom[node], node));
        }

        return cells;
    }
}
