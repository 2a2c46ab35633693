using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Krm.Cli.Tests.Commands;

public sealed class ReportCommandTests(ReportCommandTests.FinishedRun finished) : IClassFixture<ReportCommandTests.FinishedRun>
{
    private readonly TemporaryDirectory _directory = finished.Directory;

    [Fact]
    public void Execute_HalfYearlyPreset_ReportsTheHalfYearAndItsTables()
    {
        var run = Report("report.json", "--preset", "half-yearly:2026-1", "--organization", "Landratsamt", "--tables", _directory.PathTo("tables"));

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        using var json = JsonDocument.Parse(_directory.Read("report.json"));
        Assert.Equal("2026-01-01", json.RootElement.GetProperty("from").GetString());
        Assert.Equal("2026-06-30", json.RootElement.GetProperty("to").GetString());
        Assert.Equal("Landratsamt", json.RootElement.GetProperty("organization").GetString());
        Assert.StartsWith("group,from,to", File.ReadAllText(Path.Combine(_directory.PathTo("tables"), "arrivals.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_Unit_ReportsOnlyItsCases()
    {
        Assert.Equal(ExitCodes.Done, Report("report.html", "--unit", "Bauamt").ExitCode);

        Assert.Contains(">180<", _directory.Read("report.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ordnungsamt", _directory.Read("report.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--preset", "yearly:26")]
    [InlineData("--preset", "monthly:2026")]
    [InlineData("--preset", "half-yearly:2026-3")]
    [InlineData("--from", "2027-01-01")]
    [InlineData("--to", "31.12.2026")]
    public void Execute_UnreadableChoice_IsRefused(string option, string value)
    {
        var run = Report("refused.html", option, value);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
        Assert.False(_directory.Has("refused.html"));
    }

    [Fact]
    public void Execute_Measures_ReportsWhatTheyBrought()
    {
        var measures = _directory.Write("measures.csv", "measure;date;fachamt\nZweite Schicht;2025-09-01;Bauamt\nNeu;2026-06-30;\n");

        Assert.Equal(ExitCodes.Done, Report("measures.json", "--measures", measures).ExitCode);

        var effects = Effects("measures.json");
        Assert.Equal(["Zweite Schicht", "Neu"], effects.Select(effect => effect.Name));
        Assert.Equal(["keine Veränderung", "noch nicht zu beurteilen"], effects.Select(effect => effect.Verdict));
    }

    [Theory]
    [InlineData("measure,date,amt\nA,2025-09-01,Bauamt\n", "fachamt")]
    [InlineData("measure,fachamt\nA,Bauamt\n", "date")]
    [InlineData("measure,date\nA,gestern\n,2025-09-01\n", "measures.csv")]
    public void Execute_UnreadableMeasures_AreRefusedWithEveryProblem(string table, string expected)
    {
        var run = Report("refused.json", "--measures", _directory.Write("measures.csv", table));

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(table.Split('\n').Length - 2, run.Error.TrimEnd().Split('\n').Length);
        Assert.False(_directory.Has("refused.json"));
    }

    private List<(string Name, string Verdict)> Effects(string file)
    {
        using var json = JsonDocument.Parse(_directory.Read(file));
        var table = json.RootElement.GetProperty("tables").EnumerateArray().Single(one => one.GetProperty("id").GetString() == "effects");
        return
        [
            .. table.GetProperty("rows").EnumerateArray()
                .Select(row => (row.GetProperty("measure").GetString()!, row.GetProperty("verdict").GetString()!)),
        ];
    }

    private KrmRun Report(string output, params string[] more) =>
        KrmRun.Of(["report", "--input", _directory.PathTo("run"), "--output", _directory.PathTo(output), "--quiet", .. more]);

    /// <summary>A run of a small backlog that all tests report on.</summary>
    public sealed class FinishedRun : IDisposable
    {
        public FinishedRun()
        {
            var backlog = new StringBuilder("id,received,closed,fachamt,kategorie\n");
            var day = new NodaTime.LocalDate(2025, 1, 1);
            for (var index = 0; index < 540; index++, day = day.PlusDays(1))
            {
                backlog.Append(CultureInfo.InvariantCulture, $"{index},{day:uuuu-MM-dd},{day.PlusDays(index % 40):uuuu-MM-dd},{(index % 3 == 0 ? "Bauamt" : "Ordnungsamt")},{(index % 2 == 0 ? "Lärm" : "Müll")}\n");
            }

            File.WriteAllText(Directory.PathTo("cases.csv"), backlog.ToString());
            var run = KrmRun.Of(
                "run", "--input", Directory.PathTo("cases.csv"), "--output", Directory.PathTo("run"),
                "--ruleset", "harburg", "--label", "kategorie", "--by", "fachamt", "--as-of", "2026-06-30", "--quiet");
            Assert.Equal(ExitCodes.Done, run.ExitCode);
        }

        internal TemporaryDirectory Directory { get; } = new();

        public void Dispose() => Directory.Dispose();
    }
}
