namespace Krm.Analytics.Counting;

/// <summary>The rows and columns of a table with totals, some entries of which are hidden.</summary>
internal sealed class SuppressedLines(long[,] table, bool[,] hidden, int minimum)
{
    private readonly int _rows = table.GetLength(0);
    private readonly int _columns = table.GetLength(1);

    /// <summary>Hides one more entry where something can still be worked out; false if nothing can.</summary>
    public bool HideOneMore()
    {
        if (FindBridges() is [var (row, column), ..])
        {
            return HideSmallestAcross(row, column);
        }

        for (var line = 0; line < _rows + _columns; line++)
        {
            var isRow = line < _rows;
            if (IsSmallGroup(isRow ? line : line - _rows, isRow) && HideSmallest(isRow ? line : line - _rows, isRow))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the hidden inner entries of a line add up to less than the minimum while their sum follows from its total.</summary>
    private bool IsSmallGroup(int line, bool isRow)
    {
        var length = isRow ? _columns : _rows;
        if (IsHidden(line, length - 1, isRow))
        {
            return false;
        }

        var sum = 0L;
        for (var i = 0; i < length - 1; i++)
        {
            sum += IsHidden(line, i, isRow) ? Value(line, i, isRow) : 0;
        }

        return sum > 0 && sum < minimum;
    }

    /// <summary>
    /// Hides the smallest entry that leads from a side of a bridge to other lines. There always is one: the entries that leave a
    /// side add up to 0 with their signs, so one above 0 is never alone.
    /// </summary>
    private bool HideSmallestAcross(int row, int column)
    {
        var (side, otherSide) = (FindSide(row, _rows + column), FindSide(_rows + column, row));
        var touched = FindTouched();
        var best = (Row: -1, Column: -1, Rank: (Opens: true, IsTotal: true, Value: long.MaxValue));
        for (var i = 0; i < _rows; i++)
        {
            for (var j = 0; j < _columns; j++)
            {
                if (hidden[i, j] || table[i, j] <= 0 || (side[i] == side[_rows + j] && otherSide[i] == otherSide[_rows + j]))
                {
                    continue;
                }

                // What closes a circle at once is best; then inner entries, as a total is worth more to a reader.
                var rank = (!(touched[i] && touched[_rows + j]), i == _rows - 1 || j == _columns - 1, table[i, j]);
                if (rank.CompareTo(best.Rank) < 0)
                {
                    best = (i, j, rank);
                }
            }
        }

        if (best.Row < 0)
        {
            return false;
        }

        hidden[best.Row, best.Column] = true;
        return true;
    }

    /// <summary>The lines with a hidden entry.</summary>
    private bool[] FindTouched()
    {
        var touched = new bool[_rows + _columns];
        for (var i = 0; i < _rows; i++)
        {
            for (var j = 0; j < _columns; j++)
            {
                touched[i] |= hidden[i, j];
                touched[_rows + j] |= hidden[i, j];
            }
        }

        return touched;
    }

    /// <summary>The lines that hang together with a line by hidden entries other than the one to <paramref name="without"/>.</summary>
    private bool[] FindSide(int start, int without)
    {
        var side = new bool[_rows + _columns];
        var open = new Stack<int>([start]);
        side[start] = true;
        while (open.TryPop(out var line))
        {
            var isRow = line < _rows;
            for (var i = 0; i < (isRow ? _columns : _rows); i++)
            {
                var next = isRow ? _rows + i : i;
                if (!side[next] && IsHidden(isRow ? line : line - _rows, i, isRow) && !(line == start && next == without))
                {
                    side[next] = true;
                    open.Push(next);
                }
            }
        }

        return side;
    }

    /// <summary>Hides the smallest entry of a line that is above 0 and not hidden yet, inner ones before the total.</summary>
    private bool HideSmallest(int line, bool isRow)
    {
        var length = isRow ? _columns : _rows;
        var best = -1;
        for (var i = 0; i < length; i++)
        {
            if (!IsHidden(line, i, isRow) && Value(line, i, isRow) > 0 && (best < 0 || (i < length - 1 && Value(line, i, isRow) < Value(line, best, isRow))))
            {
                best = i;
            }
        }

        if (best < 0)
        {
            return false;
        }

        hidden[isRow ? line : best, isRow ? best : line] = true;
        return true;
    }

    private bool IsHidden(int line, int position, bool isRow) => isRow ? hidden[line, position] : hidden[position, line];

    private long Value(int line, int position, bool isRow) => isRow ? table[line, position] : table[position, line];

    /// <summary>The hidden entries that follow from the sums: the bridges of the graph of lines (Tarjan 1974).</summary>
    private List<(int Row, int Column)> FindBridges()
    {
        var order = new int[_rows + _columns];
        var lowest = new int[_rows + _columns];
        var bridges = new List<(int, int)>();
        var time = 0;
        for (var start = 0; start < order.Length; start++)
        {
            if (order[start] == 0)
            {
                Visit(start, -1, order, lowest, ref time, bridges);
            }
        }

        return bridges;
    }

    private void Visit(int line, int from, int[] order, int[] lowest, ref int time, List<(int, int)> bridges)
    {
        order[line] = lowest[line] = ++time;
        var isRow = line < _rows;
        for (var i = 0; i < (isRow ? _columns : _rows); i++)
        {
            var next = isRow ? _rows + i : i;
            if (!IsHidden(isRow ? line : line - _rows, i, isRow) || next == from)
            {
                continue;
            }

            if (order[next] > 0)
            {
                lowest[line] = Math.Min(lowest[line], order[next]);
                continue;
            }

            Visit(next, line, order, lowest, ref time, bridges);
            lowest[line] = Math.Min(lowest[line], lowest[next]);
            if (lowest[next] > order[line])
            {
                bridges.Add(isRow ? (line, next - _rows) : (next, line - _rows));
            }
        }
    }
}
