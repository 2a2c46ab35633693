using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace Krm.Cli.Tests.Commands;

/// <summary><c>krm causes --events</c> and <c>--forecast</c>: fee notices are mailed in another week of each spring.</summary>
public sealed class EventsTests : IDisposable
{
    private static readonly LocalDate FirstWeek = new(2021, 1, 4);
    private static readonly LocalDate[] Mailings =
        [new(2021, 2, 10), new(2022, 5, 4), new(2023, 3, 15), new(2024, 6, 5), new(2025, 4, 9), new(2026, 2, 18)];

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Causes_MailingThatMoves_IsNamedAndForeseen()
    {
        var forecast = _directory.PathTo("vorschau.csv");

        var run = Causes(string.Concat(Mailings.Select(day => $"{day:uuuu-MM-dd},Gebührenbescheide,41000\n")), "--forecast", forecast, "--ahead", "10");

        Assert.True(run.ExitCode == ExitCodes.Done, run.Error);
        using var document = JsonDocument.Parse(run.Output);
        var cause = document.RootElement.EnumerateArray().Single(one => one.TryGetProperty("event", out _));
        Assert.Equal("Gebührenbescheide", cause.GetProperty("event").GetString());
        Assert.Equal("seasonal", cause.GetProperty("pattern").GetString());
        Assert.Equal("2026-02-16", cause.GetProperty("next_expected").GetString());
        Assert.Contains("Nach „Gebührenbescheide“", cause.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        var lines = File.ReadAllLines(forecast);
        Assert.Equal("art,week,expected,low,high", lines[0]);
        Assert.Equal(1 + (6 * 10), lines.Length);
        double Expected(string week) => double.Parse(lines.Single(line => line.StartsWith($"Abfall,{week},", StringComparison.Ordinal)).Split(',')[2], CultureInfo.InvariantCulture);
        Assert.True(Expected("2026-02-16") > 1.8 * Expected("2026-02-09"));
    }

    [Theory]
    [InlineData("2026-02-18,\n", "Zeile 2, Spalte „kind“")]
    [InlineData("18.02.2026,Bescheide\n", "Zeile 2, Spalte „date“")]
    [InlineData("2026-02-18,Bescheide,0\n", "Zeile 2, Spalte „size“")]
    [InlineData("2026-02-18,Bescheide,\n2026-02-18,Bescheide,\n", "Zeile 3 nennt den Anlass der Zeile 2 noch einmal")]
    [InlineData("x,Bescheide,\ny,Bescheide,\n", "Zeile 3, Spalte „date“")]
    public void Causes_BadCalendar_IsRefusedWithEveryProblem(string rows, string expected)
    {
        var run = Causes(rows.Replace(",Bescheide\n", ",Bescheide,\n", StringComparison.Ordinal).Replace("18,\n", "18,,\n", StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("105")]
    public void Causes_PeriodsAheadOutOfRange_IsRefused(string ahead) =>
        Assert.Equal(ExitCodes.Refused, Causes("2026-02-18,Bescheide,\n", "--ahead", ahead).ExitCode);

    private KrmRun Causes(string events, params string[] options)
    {
        var random = new Random(1);
        var text = new StringBuilder("week,art,n\n");
        for (var week = 0; week < 260; week++)
        {
            var day = FirstWeek.PlusWeeks(week);
            var isEcho = Mailings.Any(mailing => Period.DaysBetween(day, mailing) is <= 6 and > -15);
            foreach (var category in new[] { "Abfall", "C1", "C2", "C3", "C4", "C5" })
            {
                text.Append(CultureInfo.InvariantCulture, $"{day:uuuu-MM-dd},{category},{6 + random.Next(6) + (isEcho && category == "Abfall" ? 12 + random.Next(5) : 0)}\n");
            }
        }

        return KrmRun.Of(
        [
            "causes", "--input", _directory.Write("counts.csv", text.ToString()), "--date", "week", "--by", "art", "--count", "n", "--output", "-",
            "--events", _directory.Write("anlaesse.csv", "date,kind,size\n" + events), .. options,
        ]);
    }
}
