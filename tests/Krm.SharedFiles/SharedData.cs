using System.Runtime.CompilerServices;
using Microsoft.VisualBasic.FileIO;

namespace Krm.SharedFiles;

/// <summary>Finds the material that lies beside the repository and is no part of it; tests that need it are skipped where it is missing.</summary>
/// <remarks>Compiled into every test project that says <c>ReadsSharedFiles</c>.</remarks>
internal static class SharedData
{
    /// <summary>The full path of a shared file or folder; null where it is missing.</summary>
    /// <param name="relativePath">Path below the folder of shared data, which KRM_SHARED names if it is not ../shared.</param>
    public static string? Find(string relativePath)
    {
        var root = Environment.GetEnvironmentVariable("KRM_SHARED") is { Length: > 0 } given ? given : Path.Combine(RepositoryRoot(), "..", "shared");
        var path = Path.GetFullPath(Path.Combine(root, relativePath));
        return Path.Exists(path) ? path : null;
    }

    /// <summary>The text of a shared file.</summary>
    public static string Read(string relativePath) => File.ReadAllText(Find(relativePath)!);

    /// <summary>The rows of a comma-separated file by column name.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Csv(string relativePath)
    {
        using TextFieldParser parser = new(Find(relativePath)!) { Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        var names = parser.ReadFields()!;
        while (parser.ReadFields() is { } cells)
        {
            yield return names.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }

    /// <summary>The folder that holds the solution.</summary>
    public static string RepositoryRoot([CallerFilePath] string path = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(path)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Krm.Core.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
