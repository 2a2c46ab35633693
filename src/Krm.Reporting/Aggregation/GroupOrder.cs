namespace Krm.Reporting.Aggregation;

/// <summary>Which groups a table names, in which order, and which it puts together as "Übrige".</summary>
internal sealed class GroupOrder
{
    private readonly int[] _rows;

    private GroupOrder(int[] rows, IReadOnlyList<string> labels)
    {
        _rows = rows;
        Labels = labels;
    }

    public IReadOnlyList<string> Labels { get; }

    /// <summary>Row of a group by its number.</summary>
    public int this[int id] => _rows[id];

    /// <summary>All cases in one row.</summary>
    public static GroupOrder Single(GroupNames names, string label) => new(new int[names.Count], [label]);

    /// <summary>Names the largest groups, largest first, and puts small ones and the rest together.</summary>
    /// <param name="names">The groups.</param>
    /// <param name="counts">Number of cases of each group; groups without cases are left out.</param>
    /// <param name="earlier">Number of cases of each group before the period; groups with some are kept.</param>
    /// <param name="largestGroupCount">How many groups are named at most.</param>
    /// <param name="fewestToName">Groups with fewer cases are not named.</param>
    /// <param name="smallest">The rest grows until it has as many.</param>
    public static GroupOrder Create(
        GroupNames names, long[] counts, long[] earlier, int largestGroupCount, long fewestToName, int smallest)
    {
        var present = Enumerable.Range(0, names.Count)
            .Where(id => counts[id] + earlier[id] > 0)
            .OrderByDescending(id => counts[id])
            .ThenBy(id => names[id], StringComparer.Ordinal)
            .ToList();
        var named = present.Where(id => counts[id] >= fewestToName).Take(largestGroupCount).ToList();
        var rest = present.Except(named).ToList();
        while (rest.Sum(id => counts[id]) is var sum && sum > 0 && sum < smallest && named.Count > 1)
        {
            rest.Add(named[^1]);
            named.RemoveAt(named.Count - 1);
        }

        var rows = new int[names.Count];
        Array.Fill(rows, named.Count);
        for (var row = 0; row < named.Count; row++)
        {
            rows[named[row]] = row;
        }

        var labels = named.Select(id => names[id]);
        return new GroupOrder(rows, rest.Count == 0 ? [.. labels] : [.. labels, $"Übrige ({rest.Count})"]);
    }
}
