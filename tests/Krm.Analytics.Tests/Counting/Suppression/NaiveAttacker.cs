using Krm.Analytics.Counting.Suppression;

namespace Krm.Analytics.Tests.Counting.Suppression;

/// <summary>What somebody can find out who knows all published numbers and that counts are whole and not negative.</summary>
internal static class NaiveAttacker
{
    /// <summary>How far from the truth values are tried: far enough to see whether a cell is hidden well.</summary>
    private const int Reach = 6;

    /// <summary>The smallest and largest value each withheld cell can have, by trying all of them up to <see cref="Reach"/> away.</summary>
    public static IReadOnlyList<(int Row, int Column, long Low, long High)> Bounds(CountGrid grid)
    {
        if (grid.IsWithheld)
        {
            return [];
        }

        var hidden = new List<(int Row, int Column)>();
        for (var row = 0; row <= grid.Rows; row++)
        {
            for (var column = 0; column <= grid.Columns; column++)
            {
                if (grid[row, column].IsSuppressed)
                {
                    hidden.Add((row, column));
                }
            }
        }

        var bounds = hidden.ToDictionary(cell => cell, _ => (Low: long.MaxValue, High: long.MinValue));
        var inner = hidden.Where(cell => cell.Row < grid.Rows && cell.Column < grid.Columns).ToList();
        Try(grid, inner, 0, Published(grid), bounds);
        return [.. bounds.Select(pair => (pair.Key.Row, pair.Key.Column, pair.Value.Low, pair.Value.High))];
    }

    /// <summary>The withheld cells that equations over real numbers determine, by elimination with fractions of doubles.</summary>
    public static IReadOnlyList<CountCell> Solve(IReadOnlyList<CountGrid> grids)
    {
        var shown = grids.Where(grid => !grid.IsWithheld).ToList();
        var unknowns = shown.SelectMany(All).Where(cell => cell.IsSuppressed).Distinct().ToList();
        var matrix = new List<double[]>();
        foreach (var grid in shown)
        {
            for (var row = 0; row <= grid.Rows; row++)
            {
                matrix.Add(Equation(Enumerable.Range(0, grid.Columns + 1).Select(column => grid[row, column]), unknowns));
            }

            for (var column = 0; column <= grid.Columns; column++)
            {
                matrix.Add(Equation(Enumerable.Range(0, grid.Rows + 1).Select(row => grid[row, column]), unknowns));
            }
        }

        var rank = 0;
        for (var unknown = 0; unknown < unknowns.Count; unknown++)
        {
            var pivot = matrix.FindIndex(rank, row => Math.Abs(row[unknown]) > 1e-9);
            if (pivot < 0)
            {
                continue;
            }

            (matrix[rank], matrix[pivot]) = (matrix[pivot], matrix[rank]);
            var lead = matrix[rank];
            for (var row = 0; row < matrix.Count; row++)
            {
                var factor = matrix[row][unknown] / lead[unknown];
                if (row != rank && Math.Abs(factor) > 1e-12)
                {
                    matrix[row] = [.. matrix[row].Zip(lead, (value, led) => value - (factor * led))];
                }
            }

            rank++;
        }

        return [.. matrix
            .Where(row => row.Count(value => Math.Abs(value) > 1e-9) == 1)
            .Select(row => unknowns[Array.FindIndex(row, value => Math.Abs(value) > 1e-9)])];
    }

    private static IEnumerable<CountCell> All(CountGrid grid) =>
        from row in Enumerable.Range(0, grid.Rows + 1)
        from column in Enumerable.Range(0, grid.Columns + 1)
        select grid[row, column];

    private static double[] Equation(IEnumerable<CountCell> line, List<CountCell> unknowns)
    {
        var cells = line.ToList();
        var equation = new double[unknowns.Count];
        for (var index = 0; index < cells.Count; index++)
        {
            if (cells[index].IsSuppressed)
            {
                equation[unknowns.IndexOf(cells[index])] += index == cells.Count - 1 ? -1 : 1;
            }
        }

        return equation;
    }

    private static long?[,] Published(CountGrid grid)
    {
        var values = new long?[grid.Rows + 1, grid.Columns + 1];
        foreach (var row in Enumerable.Range(0, grid.Rows + 1))
        {
            foreach (var column in Enumerable.Range(0, grid.Columns + 1))
            {
                values[row, column] = grid[row, column].IsSuppressed ? null : grid[row, column].Value;
            }
        }

        return values;
    }

    /// <summary>Fills the inner cells one by one with 0 to the grand total, and keeps what fits to all published totals.</summary>
    private static void Try(
        CountGrid grid,
        List<(int Row, int Column)> inner,
        int index,
        long?[,] values,
        Dictionary<(int Row, int Column), (long Low, long High)> bounds)
    {
        if (index == inner.Count)
        {
            Note(grid, values, bounds);
            return;
        }

        var (row, column) = inner[index];
        var truth = grid[row, column].Value;
        for (var value = Math.Max(0, truth - Reach); value <= truth + Reach; value++)
        {
            values[row, column] = value;
            if (Fits(values, grid, row, column))
            {
                Try(grid, inner, index + 1, values, bounds);
            }
        }

        values[row, column] = null;
    }

    private static bool Fits(long?[,] values, CountGrid grid, int row, int column) =>
        LineFits([.. Enumerable.Range(0, grid.Columns).Select(index => values[row, index])], values[row, grid.Columns])
        && LineFits([.. Enumerable.Range(0, grid.Rows).Select(index => values[index, column])], values[grid.Rows, column])
        && LineFits([.. from r in Enumerable.Range(0, grid.Rows) from c in Enumerable.Range(0, grid.Columns) select values[r, c]], values[grid.Rows, grid.Columns]);

    private static bool LineFits(IReadOnlyList<long?> cells, long? total)
    {
        var sum = cells.Sum() ?? 0;
        return total is null || (cells.Any(cell => cell is null) ? sum <= total : sum == total);
    }

    private static void Note(CountGrid grid, long?[,] values, Dictionary<(int Row, int Column), (long Low, long High)> bounds)
    {
        foreach (var cell in bounds.Keys.ToList())
        {
            long Value(int row, int column) => values[row, column] ?? grid[row, column].Value;
            var value = (cell.Row < grid.Rows, cell.Column < grid.Columns) switch
            {
                (true, true) => Value(cell.Row, cell.Column),
                (true, false) => Enumerable.Range(0, grid.Columns).Sum(column => Value(cell.Row, column)),
                (false, true) => Enumerable.Range(0, grid.Rows).Sum(row => Value(row, cell.Column)),
                _ => grid.Total.Value,
            };
            var (low, high) = bounds[cell];
            bounds[cell] = (Math.Min(low, value), Math.Max(high, value));
        }
    }
}
