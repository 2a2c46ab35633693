using Krm.Analytics.Anonymization;

namespace Krm.Analytics.Tests.Anonymization;

/// <summary>The tables in Spellings, row by row.</summary>
public class SpellingTableTests
{
    private static readonly Anonymizer Anonymizer = new();

    [Theory]
    [InlineData("numbers.md", 130)]
    [InlineData("names.md", 140)]
    [InlineData("addresses.md", 80)]
    [InlineData("ordinary.md", 60)]
    [InlineData("checked-numbers.md", 160)]
    [InlineData("coordinates.md", 120)]
    [InlineData("dates-and-placeholders.md", 115)]
    [InlineData("house-numbers-and-places.md", 340)]
    [InlineData("labelled-numbers.md", 160)]
    [InlineData("persons.md", 400)]
    [InlineData("telephones.md", 95)]
    [InlineData("web-and-mail.md", 165)]
    public void Anonymize_RowsOfTable_GiveTheResultBesideThem(string file, int fewestRows)
    {
        var rows = Read(file);

        var wrong = rows.Select(row => (row.Text, row.Expected, Actual: Anonymizer.Anonymize(row.Text).Text)).Where(row => row.Actual != row.Expected).ToArray();

        Assert.Empty(wrong);
        Assert.True(rows.Count >= fewestRows, $"{file} has {rows.Count} rows, at least {fewestRows} were there.");
    }

    private static List<(string Text, string Expected)> Read(string file)
    {
        using var reader = new StreamReader(typeof(SpellingTableTests).Assembly.GetManifestResourceStream($"Krm.Analytics.Tests.Anonymization.Spellings.{file}")!);
        var rows = new List<(string, string)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| text", StringComparison.Ordinal))
            {
                var cells = line.Split('|').Select(cell => cell.Length > 1 ? cell[1..^1].Replace('⏎', '\n') : string.Empty).ToArray();
                rows.Add((cells[1], cells.Length > 3 ? cells[2] : cells[1]));
            }
        }

        return rows;
    }
}
