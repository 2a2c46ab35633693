namespace Krm.Analytics.Counting.Suppression;

/// <summary>Finds withheld cells that the sums of all published tables together determine.</summary>
/// <remarks>
/// Each line of each table is one equation over its withheld cells. Elimination brings them to reduced form;
/// a cell is determined exactly if it stands alone in a row. It works modulo a prime, which can only err to the
/// careful side with a chance of about one in a billion. Cost: equations × withheld cells × rank.
/// </remarks>
internal static class LinearAudit
{
    private const long Prime = 2_147_483_647;

    public static HashSet<CountCell> FindDetermined(IReadOnlyList<CountGrid> grids)
    {
        var unknowns = new Dictionary<CountCell, int>();
        var equations = new List<SortedDictionary<int, long>>();
        foreach (var grid in grids)
        {
            for (var row = 0; row <= grid.Rows; row++)
            {
                AddEquation(equations, unknowns, Enumerable.Range(0, grid.Columns + 1).Select(column => grid[row, column]));
            }

            for (var column = 0; column <= grid.Columns; column++)
            {
                AddEquation(equations, unknowns, Enumerable.Range(0, grid.Rows + 1).Select(row => grid[row, column]));
            }
        }

        var names = unknowns.ToDictionary(pair => pair.Value, pair => pair.Key);
        return [.. Reduce(equations).Values.Where(equation => equation.Count == 1).Select(equation => names[equation.First().Key])];
    }

    /// <summary>Adds "sum of the line minus its total is known"; the total is the last cell.</summary>
    private static void AddEquation(
        List<SortedDictionary<int, long>> equations, Dictionary<CountCell, int> unknowns, IEnumerable<CountCell> line)
    {
        var cells = line.ToList();
        var equation = new SortedDictionary<int, long>();
        for (var index = 0; index < cells.Count; index++)
        {
            if (!cells[index].IsSuppressed)
            {
                continue;
            }

            if (!unknowns.TryGetValue(cells[index], out var unknown))
            {
                unknown = unknowns.Count;
                unknowns.Add(cells[index], unknown);
            }

            Subtract(equation, new() { [unknown] = 1 }, index == cells.Count - 1 ? 1 : Prime - 1);
        }

        if (equation.Count > 0)
        {
            equations.Add(equation);
        }
    }

    /// <summary>Gauss–Jordan elimination over sparse rows.</summary>
    private static SortedDictionary<int, SortedDictionary<int, long>> Reduce(List<SortedDictionary<int, long>> equations)
    {
        var pivots = new SortedDictionary<int, SortedDictionary<int, long>>();
        foreach (var equation in equations)
        {
            foreach (var unknown in equation.Keys.ToList())
            {
                if (equation.TryGetValue(unknown, out var factor) && pivots.TryGetValue(unknown, out var pivot))
                {
                    Subtract(equation, pivot, factor);
                }
            }

            if (equation.Count == 0)
            {
                continue;
            }

            var (lead, value) = equation.First();
            Scale(equation, Invert(value));
            foreach (var other in pivots.Values)
            {
                if (other.TryGetValue(lead, out var factor))
                {
                    Subtract(other, equation, factor);
                }
            }

            pivots.Add(lead, equation);
        }

        return pivots;
    }

    private static void Subtract(SortedDictionary<int, long> target, SortedDictionary<int, long> source, long factor)
    {
        foreach (var (unknown, value) in source)
        {
            target.TryGetValue(unknown, out var old);
            var updated = (old + ((Prime - (value * factor % Prime)) % Prime)) % Prime;
            if (updated == 0)
            {
                target.Remove(unknown);
            }
            else
            {
                target[unknown] = updated;
            }
        }
    }

    private static void Scale(SortedDictionary<int, long> equation, long factor)
    {
        foreach (var unknown in equation.Keys.ToList())
        {
            equation[unknown] = equation[unknown] * factor % Prime;
        }
    }

    private static long Invert(long value)
    {
        long result = 1;
        for (long exponent = Prime - 2, power = value; exponent > 0; exponent >>= 1, power = power * power % Prime)
        {
            result = (exponent & 1) == 1 ? result * power % Prime : result;
        }

        return result;
    }
}
