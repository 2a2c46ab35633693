using System.Text.Json;
using Krm.Cli.Demo;
using NodaTime;
using NodaTime.Text;

namespace Krm.Cli.Tests.Commands;

public sealed class DemoCommandTests(DemoRun demo) : IClassFixture<DemoRun>
{
    [Fact]
    public void Execute_Demo_WritesBacklogAndAllResults()
    {
        Assert.Equal(ExitCodes.Done, demo.Result.ExitCode);
        Assert.Equal(
            ["backlog.csv", "causes.json", "classified.csv", "plan.csv", "report.html", "run.json"], demo.Directory.Names);
        var report = demo.Directory.Read("report.html");
        Assert.True(report.Split("<svg").Length > 3);
        Assert.DoesNotContain("<script", report, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Execute_Demo_LosesNoCase()
    {
        var ids = Ids("backlog.csv");

        Assert.Equal(ids, Ids("classified.csv"));
        Assert.Equal(ids, Ids("plan.csv").Distinct());
    }

    [Fact]
    public void Execute_Demo_NotesDefaultsAccuracyAndSeconds()
    {
        using var document = JsonDocument.Parse(demo.Directory.Read("run.json"));
        var run = document.RootElement;

        Assert.Equal(Ids("backlog.csv").Count, run.GetProperty("counts").GetProperty("cases").GetInt32());
        Assert.InRange(run.GetProperty("held_out").GetProperty("accuracy").GetDouble(), 0.6, 1);
        Assert.Equal(
            ["einsender", "konkreter_sachverhalt", "handeln_des_bezirksamts", "reaktion_erforderlich"],
            run.GetProperty("defaulted_facts").EnumerateArray().Select(fact => fact.GetProperty("fact").GetString()));
        Assert.True(run.GetProperty("seconds").GetProperty("total").GetDouble() > 0);
        Assert.Contains("einsender = Privatperson", demo.Result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_Demo_FindsEveryPlantedCause()
    {
        using var causes = JsonDocument.Parse(demo.Directory.Read("causes.json"));
        var found = causes.RootElement.EnumerateArray()
            .Select(cause => (Cell: cause.GetProperty("cell").ToString(), From: LocalDatePattern.Iso.Parse(cause.GetProperty("from").GetString()!).Value))
            .ToList();

        Assert.All(DemoBacklog.PlantedCauses, planted => Assert.Contains(
            found,
            cause => cause.Cell.Contains(planted.Category, StringComparison.Ordinal)
                && Math.Abs(Period.DaysBetween(planted.From, cause.From)) <= 21));
    }

    [Fact]
    public void Execute_Demo_ShowsThatThePlantedMeasureWorkedAndWhichPromiseWasKept()
    {
        var report = demo.Directory.Read("report.html");

        Assert.Contains($"{DemoBacklog.PlantedMeasure.Name} (03.11.2025): verbessert.", report, StringComparison.Ordinal);
        Assert.Contains("Eingangsbestätigung versenden", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfTheDemo_GivesSameBytes()
    {
        using var other = new TemporaryDirectory();

        var run = KrmRun.Of("report", "--input", demo.Directory.Root, "--output", other.PathTo("again.html"));

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal(demo.Directory.Read("report.html"), other.Read("again.html"));
    }

    private List<string> Ids(string name) =>
        [.. TableRows.Read(demo.Directory.PathTo(name)).Select(row => row.Cells[0].Text)];
}
