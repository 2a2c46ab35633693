using System.Text.Json;
using Krm.Cli.Demo;

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
            .Select(cause => (Cell: cause.GetProperty("cell").ToString(), From: cause.GetProperty("from").GetString()!))
            .ToList();
        Assert.All(DemoBacklog.PlantedCauses, planted => Assert.Contains(
            found,
            cause => cause.Cell.Contains(planted.Category, StringComparison.Ordinal)
                && Math.Abs(NodaTime.Period.DaysBetween(planted.From, NodaTime.Text.LocalDatePattern.Iso.Parse(cause.From).Value)) <= 21));
        Assert.Contains("<svg", directory.Read("report.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", directory.Read("report.html"), StringComparison.OrdinalIgnoreCase);
    }
}
