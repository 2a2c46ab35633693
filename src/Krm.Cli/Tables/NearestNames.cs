namespace Krm.Cli.Tables;

/// <summary>Names that a misspelt one may have meant.</summary>
internal static class NearestNames
{
    private const int MostNames = 5;
    private const int LongestName = 40;

    /// <summary>The nearest of the known names, best first.</summary>
    /// <remarks>
    /// A table without header has data where names should be; what does not look like a name is left out, so that no
    /// message repeats free text.
    /// </remarks>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> known) =>
        [.. known.Where(LooksLikeName)
            .OrderBy(candidate => Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant()))
            .ThenBy(candidate => candidate, StringComparer.Ordinal)
            .Take(MostNames)];

    /// <summary>Levenshtein distance.</summary>
    public static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var change = left[row - 1] == right[column - 1] ? 0 : 1;
                current[column] = Math.Min(
                    Math.Min(current[column - 1], previous[column]) + 1,
                    previous[column - 1] + change);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }

    private static bool LooksLikeName(string text) =>
        text.Length <= LongestName
        && char.IsLetter(text[0])
        && text.All(character => char.IsLetterOrDigit(character) || character is '_' or '-' or '.' or ' ')
        && text.Count(character => character == ' ') <= 1;
}
