using System.Runtime.CompilerServices;

namespace CaseDesk.Tests.Hosting;

/// <summary>Where this machine has what some tests need; null where it has not.</summary>
internal static class Tools
{
    public static string Repository { get; } = FindRepository();

    public static string? Chromium { get; } =
        Environment.GetEnvironmentVariable("KRM_CHROMIUM") ?? First("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    public static string? AxeScript { get; } = First(
        Environment.GetEnvironmentVariable("KRM_AXE") ?? "",
        Path.Combine(Repository, "tests/CaseDesk.Tests/Browser/node_modules/axe-core/axe.min.js"));

    /// <summary>The folder of initdb and postgres, the newest version.</summary>
    public static string? PostgresPrograms { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal)
            .Select(version => Path.Combine(version, "bin"))
            .LastOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
        : null;

    private static string? First(params string[] files) => files.FirstOrDefault(File.Exists);

    private static string FindRepository([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
