namespace Krm.Reporting.Tests.Suppression;

/// <summary>All sums that the tables of a report publish, as equations over the withheld numbers.</summary>
/// <remarks>A number is known by what it counts, so that the same number in two tables is the same unknown.</remarks>
internal sealed class PublishedEquations
{
    private readonly Dictionary<string, int> _unknowns = [];
    private readonly List<Dictionary<int, double>> _equations = [];

    /// <summary>Adds a table; totals of rows and columns are named so that tables of the same cases share them.</summary>
    public void Add(CrossTable table, string rowName, string columnName, string rowTotalName, string totalName) => Add(
        table,
        (row, column) => $"{totalName}:{rowName}={table.Rows[row]},{columnName}={table.Columns[column]}",
        row => $"{totalName}:{rowTotalName}={table.Rows[row]}",
        column => $"{totalName}:{columnName}={table.Columns[column]}",
        totalName);

    /// <summary>Adds the table of a window: its totals are cells of the table of windows.</summary>
    public void AddPart(CrossTable table, string window) => Add(
        table,
        (row, column) => $"{window}: {table.Rows[row]}, {table.Columns[column]}",
        row => $"all:category={table.Rows[row]},window={window}",
        column => $"{window} column {table.Columns[column]}",
        $"all:window={window}");

    /// <summary>The withheld numbers that have only one value.</summary>
    public IReadOnlyList<string> Determined()
    {
        var names = _unknowns.ToDictionary(pair => pair.Value, pair => pair.Key);
        var matrix = _equations.Select(equation =>
        {
            var row = new double[_unknowns.Count];
            foreach (var (unknown, factor) in equation)
            {
                row[unknown] = factor;
            }

            return row;
        }).ToList();
        var rank = 0;
        for (var unknown = 0; unknown < _unknowns.Count && rank < matrix.Count; unknown++)
        {
            var pivot = Enumerable.Range(rank, matrix.Count - rank).MaxBy(row => Math.Abs(matrix[row][unknown]));
            if (Math.Abs(matrix[pivot][unknown]) < 1e-9)
            {
                continue;
            }

            (matrix[rank], matrix[pivot]) = (matrix[pivot], matrix[rank]);
            for (var row = 0; row < matrix.Count; row++)
            {
                var factor = matrix[row][unknown] / matrix[rank][unknown];
                for (var column = 0; row != rank && Math.Abs(factor) > 1e-12 && column < _unknowns.Count; column++)
                {
                    matrix[row][column] -= factor * matrix[rank][column];
                }
            }

            rank++;
        }

        return [.. matrix
            .Where(row => row.Count(value => Math.Abs(value) > 1e-9) == 1)
            .Select(row => names[Array.FindIndex(row, value => Math.Abs(value) > 1e-9)])];
    }

    private void Add(
        CrossTable table, Func<int, int, string> cell, Func<int, string> rowTotal, Func<int, string> columnTotal, string total)
    {
        if (table.IsEmpty)
        {
            return;
        }

        var rows = Enumerable.Range(0, table.Rows.Count).ToList();
        var columns = Enumerable.Range(0, table.Columns.Count).ToList();
        foreach (var row in rows)
        {
            AddEquation(columns.Select(column => (cell(row, column), table.Cells[row][column])), (rowTotal(row), table.RowTotals[row]));
        }

        foreach (var column in columns)
        {
            AddEquation(rows.Select(row => (cell(row, column), table.Cells[row][column])), (columnTotal(column), table.ColumnTotals[column]));
        }

        AddEquation(rows.Select(row => (rowTotal(row), table.RowTotals[row])), (total, table.Total));
        AddEquation(columns.Select(column => (columnTotal(column), table.ColumnTotals[column])), (total, table.Total));
    }

    private void AddEquation(IEnumerable<(string Name, ReportCount Count)> parts, (string Name, ReportCount Count) sum)
    {
        var equation = new Dictionary<int, double>();
        foreach (var (name, count, sign) in parts.Select(part => (part.Name, part.Count, 1.0)).Append((sum.Name, sum.Count, -1.0)))
        {
            if (count.IsSuppressed)
            {
                _unknowns.TryAdd(name, _unknowns.Count);
                equation[_unknowns[name]] = equation.GetValueOrDefault(_unknowns[name]) + sign;
            }
        }

        if (equation.Count > 0)
        {
            _equations.Add(equation);
        }
    }
}
