namespace Krm.Specs.Deadlines;

/// <summary>Reads the Markdown tables of this folder: every line of a table is a row by column name.</summary>
internal static class SpecTable
{
    public static IEnumerable<SpecRow> ReadAll() =>
        Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot(), "tests", "Krm.Specs", "Deadlines"), "*.md")
            .Order(StringComparer.Ordinal)
            .SelectMany(Read);

    private static IEnumerable<SpecRow> Read(string file)
    {
        string[]? names = null;
        foreach (string line in File.ReadLines(file))
        {
            if (!line.StartsWith('|'))
            {
                names = null;
                continue;
            }

            string[] cells = [.. line.Split('|')[1..^1].Select(cell => cell.Trim())];
            if (names is null)
            {
                names = cells;
            }
            else if (!cells[0].StartsWith("---", StringComparison.Ordinal))
            {
                yield return new SpecRow(Path.GetFileNameWithoutExtension(file), names.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second));
            }
        }
    }
}
