using System.Runtime.CompilerServices;

namespace Krm.Cli.Tests;

/// <summary>Finds the measuring data beside the repository; tests that need it are skipped where it is missing.</summary>
internal static class SharedData
{
    /// <summary>The full path of a shared file; null where it is missing.</summary>
    /// <param name="relativePath">Path below the folder of shared data.</param>
    public static string? Find(string relativePath)
    {
        var root = Environment.GetEnvironmentVariable("KRM_SHARED")
            ?? Path.Combine(RepositoryRoot(), "..", "shared");
        var path = Path.GetFullPath(Path.Combine(root, relativePath));
        return File.Exists(path) ? path : null;
    }

    private static string RepositoryRoot([CallerFilePath] string path = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(path)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Krm.Core.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
