using Krm.Analytics.Counting;

namespace Krm.Analytics.Causes;

/// <summary>All cells of the counts, from all cases down to the finest, each with its dense series.</summary>
/// <remarks>
/// A cell that fixes several dimensions hangs below the cell without the last of them (in the order of the plan), so each
/// cell has exactly one parent although it is contained in several others.
/// </remarks>
internal sealed class CellTree
{
    private CellTree(CountPeriod first, int length, List<CellSeries> cells)
    {
        First = first;
        Length = length;
        Cells = cells;
    }

    public CountPeriod First { get; }

    public int Length { get; }

    /// <summary>The cells; a parent comes before its children, the first is all cases.</summary>
    public IReadOnlyList<CellSeries> Cells { get; }

    /// <summary>Spreads the counts from the first period with cases up to the last one given (inclusive).</summary>
    public static CellTree Build(CountCube cube, CountPeriod last, int maximumDepth, string? valueOfNone = null)
    {
        var first = cube.First!.Value;
        var length = last.Number - first.Number + 1;
        var names = cube.Plan.Dimensions;
        var cells = new List<CellSeries> { new(new CauseCell([]), 0, -1, length) };
        var children = new Dictionary<(int Parent, int Dimension, string Value), int>();
        var masks = Enumerable.Range(1, (1 << names.Count) - 1).Select(mask => (uint)mask)
            .Where(mask => System.Numerics.BitOperations.PopCount(mask) <= maximumDepth).ToArray();
        foreach (var row in cube.Rows)
        {
            var time = row.Period.Number - first.Number;
            if (time >= length)
            {
                continue;
            }

            AddRow(cells[0], time, row);
            foreach (var mask in masks)
            {
                var cell = 0;
                for (var i = 0; i < names.Count; i++)
                {
                    if ((mask & (1u << i)) == 0)
                    {
                        continue;
                    }

                    if (row.Values[i] == valueOfNone)
                    {
                        cell = -1;
                        break;
                    }

                    if (!children.TryGetValue((cell, i, row.Values[i]), out var child))
                    {
                        child = cells.Count;
                        children.Add((cell, i, row.Values[i]), child);
                        var coordinates = cells[cell].Cell.Coordinates.Append(new(names[i], row.Values[i]));
                        cells.Add(new CellSeries(new CauseCell(coordinates), cells[cell].Dimensions | (1u << i), cell, length));
                    }

                    cell = child;
                }

                if (cell >= 0)
                {
                    AddRow(cells[cell], time, row);
                }
            }
        }

        return new CellTree(first, length, cells);
    }

    private static void AddRow(CellSeries cell, int time, CountRow row)
    {
        if (row.Count > int.MaxValue - cell.Counts[time])
        {
            throw new OverflowException($"More than {int.MaxValue} cases of {cell.Cell} in {row.Period}.");
        }

        cell.Counts[time] += (int)row.Count;
        cell.Total += row.Count;
        if (row.Exposure is { } exposure)
        {
            cell.Exposure ??= new double[cell.Counts.Length];
            cell.Exposure[time] += (double)exposure;
        }
    }
}
