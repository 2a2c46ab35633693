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
