using System.Text.Json;
using Krm.Cli.Demo;
using NodaTime;
using NodaTime.Text;

namespace Krm.Cli.Tests.Commands;

public sealed class DemoCommandTests
{
    [Fact]
    public void Execute_Demo_FindsEveryPlantedCause()
    {
        using var directory = new TemporaryDirectory();

        var run = KrmRun.Of("demo", "--output", directory.Root, "--quiet");

        Assert.Equal(string.Empty, run.Error);
        Assert.Equal(ExitCodes.Done, run.ExitCode);
        using var causes = JsonDocument.Parse(directory.Read("causes.json"));
        var found = causes.RootElement.EnumerateArray()
            .Select(cause => (Cell: cause.GetProperty("cell").ToString(), From: Date(cause, "from"), To: Date(cause, "to")))
            .ToList();
        Assert.All(DemoBacklog.PlantedCauses, planted => Assert.Contains(
            found,
            cause => cause.Cell.Contains(planted.Category, StringComparison.Ordinal)
                && cause.From <= planted.To && cause.To >= planted.From));
        Assert.Contains("<svg", directory.Read("report.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", directory.Read("report.html"), StringComparison.OrdinalIgnoreCase);
    }
    private static LocalDate Date(JsonElement cause, string name) =>
        LocalDatePattern.Iso.Parse(cause.GetProperty(name).GetString()!).Value;
}
