namespace Krm.Rules.Serialization;

/// <summary>Finds the name that was probably meant by a misspelled one.</summary>
internal static class NearestName
{
    private const int LongestCompared = 80;

    /// <summary>The candidate with the fewest changes, if they are few for its length; otherwise <c>null</c>.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? best = null;
        var fewest = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var allowed = Math.Max(1, Math.Min(name.Length, candidate.Length) / 3);
            if (name.Length > LongestCompared || candidate.Length > LongestCompared || Math.Abs(name.Length - candidate.Length) > allowed)
            {
                continue;
            }

            var changes = Changes(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (changes <= allowed && changes < fewest)
            {
                best = candidate;
                fewest = changes;
            }
        }

        return best;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours from one text to the other.</summary>
    private static int Changes(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var row = 0; row <= from.Length; row++)
        {
            for (var column = 0; column <= to.Length; column++)
            {
                if (row == 0 || column == 0)
                {
                    rows[row, column] = row + column;
                    continue;
                }

                var same = from[row - 1] == to[column - 1];
                rows[row, column] = Math.Min(
                    Math.Min(rows[row - 1, column], rows[row, column - 1]) + 1,
                    rows[row - 1, column - 1] + (same ? 0 : 1));
                if (row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1])
                {
                    rows[row, column] = Math.Min(rows[row, column], rows[row - 2, column - 2] + 1);
                }
            }
        }

        return rows[from.Length, to.Length];
    }
}
