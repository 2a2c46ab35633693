using System.Text.RegularExpressions;

namespace Krm.Calendar.Tests.Documentation;

public partial class DocumentationTests
{
    [Theory]
    [InlineData("calendar.md", "CalendarExamples.cs", 6)]
    [InlineData("deadlines.md", "DeadlineExamples.cs", 1)]
    public void Examples_InDocumentation_AreCompiledByTests(string page, string examples, int number)
    {
        string compiled = Normalize(File.ReadAllText(RepositoryFiles.Find("tests", "Krm.Calendar.Tests", "Documentation", examples)));

        string[] blocks = [.. CodeBlock().Matches(File.ReadAllText(RepositoryFiles.Find("docs", page))).Select(match => match.Groups[1].Value)];

        Assert.Equal(number, blocks.Length);
        Assert.All(blocks, block => Assert.Contains(Normalize(block), compiled, StringComparison.Ordinal));
    }

    private static string Normalize(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
