using System.Text.RegularExpressions;
using Krm.Cli.Tests.House;

namespace Krm.Cli.Tests.Documentation;

/// <summary>Every C# sample of docs and packages stands in a test, so that it compiles and is true; that of the README, see <see cref="ReadmeTests"/>.</summary>
/// <remarks>The tutorial is not read here: eng/Packages/follow-tutorial.sh builds and runs all of it.</remarks>
public sealed partial class DocumentationTests
{
    private static readonly Lazy<string[]> CompiledSources = new(() => [.. Repository.Files("tests").Select(file => Normalize(File.ReadAllText(file)))]);

    public static TheoryData<string> Pages => new(
        Repository.Files("docs", "*.md").Concat(Repository.Files("src", "README.md"))
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(page => Path.GetFileName(page) != "tutorial.md" && Blocks(page).Length > 0));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Samples_OfAPage_StandInATest(string page) =>
        Assert.All(Blocks(page), block => Assert.True(
            CompiledSources.Value.Any(source => source.Contains(Normalize(block), StringComparison.Ordinal)),
            $"{page}: no test holds this sample:\n{block}"));

    private static string[] Blocks(string page) =>
        [.. CodeBlock().Matches(File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n")).Select(match => match.Groups[1].Value)];

    /// <summary>Indentation, empty lines and the test's own console do not count.</summary>
    private static string Normalize(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n')
        .Select(line => line.Trim().Replace("console.", "Console.", StringComparison.Ordinal))
        .Where(line => line.Length > 0 && !line.StartsWith('#')));

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
