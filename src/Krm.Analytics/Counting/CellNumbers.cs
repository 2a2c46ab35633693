using System.Runtime.InteropServices;

namespace Krm.Analytics.Counting;

/// <summary>Gives each combination of values a small number, in the order of first sight. A workspace, not thread-safe.</summary>
/// <remarks>A cell hangs below the cell without its last value, so that a key is always two small numbers.</remarks>
internal sealed class CellNumbers(int dimensions)
{
    private readonly ValueCodes[] _codes = [.. Enumerable.Range(0, dimensions).Select(_ => new ValueCodes())];
    private readonly Dictionary<PairKey, int> _cells = [];
    private readonly List<(int Parent, int Code)> _parts = [(-1, -1)];

    public int GetOrAdd(ReadOnlySpan<string> values)
    {
        var cell = 0;
        for (var i = 0; i < values.Length; i++)
        {
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, new PairKey(cell, _codes[i].GetOrAdd(values[i])), out var exists);
            if (!exists)
            {
                next = _parts.Count;
                _parts.Add((cell, _codes[i].GetOrAdd(values[i])));
            }

            cell = next;
        }

        return cell;
    }

    /// <summary>
    /// The values of each finest cell by its number (<see langword="null"/> for the cells above), and its place in the ordinal
    /// order of the values.
    /// </summary>
    public (string[]?[] Values, int[] Order) Sort()
    {
        var values = new string[]?[_parts.Count];
        var depths = new int[_parts.Count];
        for (var cell = 0; cell < values.Length; cell++)
        {
            depths[cell] = cell == 0 ? 0 : depths[_parts[cell].Parent] + 1;
            values[cell] = depths[cell] == _codes.Length ? GetValues(cell) : null;
        }

        var cells = Enumerable.Range(0, values.Length).Where(cell => values[cell] is not null).ToArray();
        Array.Sort(cells, (left, right) => Compare(values[left]!, values[right]!));
        var order = new int[values.Length];
        for (var place = 0; place < cells.Length; place++)
        {
            order[cells[place]] = place;
        }

        return (values, order);
    }

    private static int Compare(string[] left, string[] right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            var order = string.CompareOrdinal(left[i], right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private string[] GetValues(int cell)
    {
        var values = new string[_codes.Length];
        for (var i = values.Length - 1; i >= 0; i--)
        {
            values[i] = _codes[i][_parts[cell].Code];
            cell = _parts[cell].Parent;
        }

        return values;
    }
}
