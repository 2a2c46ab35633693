using System.Runtime.CompilerServices;
using Microsoft.VisualBasic.FileIO;

namespace Krm.Specs;

/// <summary>Finds the measuring data beside the repository; tests that need it are skipped where it is missing.</summary>
internal static class SharedData
{
    /// <summary>The full path of a shared file; null where it is missing.</summary>
    public static string? Find(string relativePath)
    {
        string root = Environment.GetEnvironmentVariable("KRM_SHARED") ?? Path.Combine(RepositoryRoot(), "..", "shared");
        string path = Path.GetFullPath(Path.Combine(root, relativePath));
        return File.Exists(path) ? path : null;
    }

    /// <summary>The rows of a CSV file by column name.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Csv(string relativePath)
    {
        using TextFieldParser parser = new(Find(relativePath)!) { Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        string[] names = parser.ReadFields()!;
        List<IReadOnlyDictionary<string, string>> rows = [];
        while (parser.ReadFields() is { } cells)
        {
            rows.Add(names.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second));
        }

        return rows;
    }

    public static string RepositoryRoot([CallerFilePath] string path = "")
    {
        DirectoryInfo folder = new(Path.GetDirectoryName(path)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Krm.Core.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
