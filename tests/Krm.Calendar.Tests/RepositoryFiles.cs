namespace Krm.Calendar.Tests;

/// <summary>Finds files of the repository from the place where the tests run.</summary>
internal static class RepositoryFiles
{
    public static string Find(params string[] parts)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Krm.Core.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine([folder?.FullName ?? throw new InvalidOperationException("No Krm.Core.sln above the tests."), .. parts]);
    }
}
