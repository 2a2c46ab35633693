using System.Runtime.CompilerServices;

namespace Krm.Cli.Tests.House;

/// <summary>The source tree these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Source files below a folder, without generated ones.</summary>
    /// <param name="folder">A folder of the repository.</param>
    /// <param name="pattern">Which files.</param>
    public static IEnumerable<string> Files(string folder, string pattern = "*.cs") =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string FindRoot([CallerFilePath] string path = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(path)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Krm.Core.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
