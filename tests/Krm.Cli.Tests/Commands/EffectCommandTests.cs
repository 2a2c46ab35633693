using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace Krm.Cli.Tests.Commands;

public sealed class EffectCommandTests
{
    [Fact]
    public void Execute_HalvedCounts_SaysImprovedWithContractKeys()
    {
        using var directory = new TemporaryDirectory();
        var input = Counts(directory, week => week < 80 ? 30 : 15);

        var run = KrmRun.Of("effect", "--input", input, "--measure-date", "2025-07-14", "--json");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        using var document = JsonDocument.Parse(run.Output);
        var root = document.RootElement;
        Assert.Equal("improved", root.GetProperty("verdict").GetString());
        Assert.InRange(root.GetProperty("rate_ratio").GetDouble(), 0.45, 0.55);
        Assert.True(root.GetProperty("low").GetDouble() < root.GetProperty("high").GetDouble());
        Assert.True(root.GetProperty("averted_low").GetDouble() < root.GetProperty("averted_high").GetDouble());
        Assert.NotEmpty(root.GetProperty("sentence").GetString()!);
        Assert.InRange(root.GetProperty("p_value").GetDouble(), 0, 0.001);
        Assert.InRange(root.GetProperty("averted").GetDouble(), 300, 900);
    }

    [Fact]
    public void Execute_WithoutJson_WritesOneGermanSentence()
    {
        using var directory = new TemporaryDirectory();
        var input = Counts(directory, _ => 30);

        var run = KrmRun.Of("effect", "--input", input, "--measure-date", "2025-07-14");

        Assert.Contains("eine Veränderung ist nicht zu erkennen", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_TooShort_WritesNullsAndVerdict()
    {
        using var directory = new TemporaryDirectory();
        var input = Counts(directory, _ => 30);

        var run = KrmRun.Of("effect", "--input", input, "--measure-date", "2024-01-15", "--json");

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal("not enough data", document.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("rate_ratio").ValueKind);
    }

    [Fact]
    public void Execute_MissingWeek_IsRefusedWithItsNameUnlessGapsAreZero()
    {
        using var directory = new TemporaryDirectory();
        var input = Counts(directory, week => week == 20 ? null : 30);

        var refused = KrmRun.Of("effect", "--input", input, "--measure-date", "2025-07-14");
        var accepted = KrmRun.Of("effect", "--input", input, "--measure-date", "2025-07-14", "--gaps-are-zero");

        Assert.Equal(ExitCodes.Refused, refused.ExitCode);
        Assert.Contains("2024-W21", refused.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, accepted.ExitCode);
    }

    [Fact]
    public void Execute_PoissonLevelWithWaldInterval_IsTheTextbookInterval()
    {
        using var directory = new TemporaryDirectory();
        var input = Counts(directory, week => week < 80 ? 30 : 15);

        var run = KrmRun.Of(
            "effect", "--input", input, "--measure-date", "2025-07-14", "--json", "--family", "poisson", "--interval", "wald",
            "--trend", "no", "--harmonics", "0", "--keep-peak");

        using var document = JsonDocument.Parse(run.Output);
        var (before, after) = (80 * 30.0, document.RootElement.GetProperty("observed").GetInt64());
        var margin = 1.959963984540054 * Math.Sqrt((1 / before) + (1.0 / after));
        Assert.Equal(0.5, document.RootElement.GetProperty("rate_ratio").GetDouble(), 1e-9);
        Assert.Equal(0.5 * Math.Exp(-margin), document.RootElement.GetProperty("low").GetDouble(), 1e-6);
        Assert.Equal(0.5 * Math.Exp(margin), document.RootElement.GetProperty("high").GetDouble(), 1e-6);
    }

    [Theory]
    [InlineData("--harmonics", "7", "0 … 6")]
    [InlineData("--harmonics", "-1", "0 … 6")]
    [InlineData("--family", "normal", "poisson")]
    [InlineData("--interval", "exact", "newey-west")]
    public void Execute_ModelNotKnown_IsRefusedWithWhatIsAllowed(string option, string value, string allowed)
    {
        using var directory = new TemporaryDirectory();

        var run = KrmRun.Of("effect", "--input", Counts(directory, _ => 30), "--measure-date", "2025-07-14", option, value);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains(allowed, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_BadValues_AreAllToldAtOnce()
    {
        using var directory = new TemporaryDirectory();
        var input = directory.Write("counts.csv", "date,count\n2024-01-01,-3\n2024-01-08,viele\nmorgen,4\n");

        var run = KrmRun.Of("effect", "--input", input, "--measure-date", "2025-07-14");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Equal(3, run.Error.TrimEnd().Split('\n').Length);
        Assert.DoesNotContain("viele", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-01-01")]
    [InlineData("2024-01-01")]
    [InlineData("2030-01-01")]
    [InlineData("gestern")]
    public void Execute_MeasureOutside_IsRefused(string date)
    {
        using var directory = new TemporaryDirectory();

        var run = KrmRun.Of("effect", "--input", Counts(directory, _ => 30), "--measure-date", date);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("--measure-date", run.Error, StringComparison.Ordinal);
    }

    // 120 weeks from 2024-01-01 with a little scatter; the 80th begins 2025-07-14.
    private static string Counts(TemporaryDirectory directory, Func<int, int?> level)
    {
        var lines = Enumerable.Range(0, 120).Where(week => level(week) is not null).Select(week => string.Create(
            CultureInfo.InvariantCulture,
            $"{new LocalDate(2024, 1, 1).PlusWeeks(week):uuuu-MM-dd},{level(week) + (week * 7 % 5) - 2}"));
        return directory.Write("counts.csv", "date,count\n" + string.Join('\n', lines) + "\n");
    }
}
