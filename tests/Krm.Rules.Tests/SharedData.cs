namespace Krm.Rules.Tests;

/// <summary>Finds the material that lies beside the repository and is no part of it.</summary>
internal static class SharedData
{
    public static string? Directory { get; } = Find();

    public static string Read(string name) => File.ReadAllText(Path.Combine(Directory!, name));

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("KRM_SHARED") is { Length: > 0 } given)
        {
            return System.IO.Directory.Exists(given) ? given : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Krm.Core.sln")))
            {
                var shared = Path.Combine(folder.Parent?.FullName ?? "", "shared");
                return System.IO.Directory.Exists(shared) ? shared : null;
            }
        }

        return null;
    }
}
