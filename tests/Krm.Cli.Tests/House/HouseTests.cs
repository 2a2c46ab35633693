using System.Xml.Linq;

namespace Krm.Cli.Tests.House;

/// <summary>The house as it is drawn: arrows between projects, size of files and folders, one public type a file.</summary>
public sealed class HouseTests
{
    [Theory]
    [InlineData("Krm.Calendar")]
    [InlineData("Krm.Rules", "Krm.Calendar")]
    [InlineData("Krm.Analytics", "Krm.Calendar")]
    [InlineData("Krm.Reporting", "Krm.Analytics", "Krm.Rules")]
    [InlineData("Krm.Hosting", "Krm.Analytics", "Krm.Calendar", "Krm.Rules")]
    [InlineData("Krm.Cli", "Krm.Analytics", "Krm.Calendar", "Krm.Reporting", "Krm.Rules")]
    public void ProjectReferences_EveryPackage_AreAsDrawn(string project, params string[] allowed)
    {
        var file = Path.Combine(Repository.Root, "src", project, project + ".csproj");
        var references = XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Equal(allowed, references.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SourceFiles_All_StayUnderThreeHundredLines() =>
        Assert.Empty(Repository.Files("src").Where(file => File.ReadLines(file).Count() > 300).Select(Name));

    [Fact]
    public void SourceFolders_All_HoldFewerThanTwentyFiveFiles() =>
        Assert.Empty(Repository.Files("src").GroupBy(file => Path.GetDirectoryName(file)!)
            .Where(folder => folder.Count() >= 25).Select(folder => $"{Name(folder.Key)}: {folder.Count()} files"));

    [Fact]
    public void SourceFiles_All_DeclareOnePublicType() =>
        Assert.Empty(Repository.Files("src")
            .Where(file => File.ReadLines(file).Count(IsPublicTypeDeclaration) > 1).Select(Name));

    private static bool IsPublicTypeDeclaration(string line) =>
        line.StartsWith("public ", StringComparison.Ordinal)
        && new[] { " class ", " record ", " struct ", " enum ", " interface " }
            .Any(keyword => line.Contains(keyword, StringComparison.Ordinal));

    private static string Name(string path) => Path.GetRelativePath(Repository.Root, path);
}
