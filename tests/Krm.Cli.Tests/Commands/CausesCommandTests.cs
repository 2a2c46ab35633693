using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace Krm.Cli.Tests.Commands;

public sealed class CausesCommandTests : IDisposable
{
    private static readonly string[] Keys =
    [
        "id", "pattern", "cell", "from", "to", "observed", "expected", "excess", "excess_low", "excess_high", "rate_ratio",
        "rate_ratio_low", "rate_ratio_high", "p_value", "q_value", "terms", "examples", "sentence",
    ];

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Execute_CountsWithABurst_FindsItWithKeysOfTheContract()
    {
        var run = KrmRun.Of(
            "causes", "--input", WriteCounts(), "--date", "week", "--by", "ort", "--count", "n", "--output", "-");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        using var document = JsonDocument.Parse(run.Output);
        var cause = document.RootElement[0];
        Assert.Equal(Keys, cause.EnumerateObject().Select(property => property.Name));
        Assert.Equal("burst", cause.GetProperty("pattern").GetString());
        Assert.Equal("Nord", cause.GetProperty("cell").GetProperty("ort").GetString());
        Assert.Equal("2025-10-06", cause.GetProperty("from").GetString());
    }

    [Fact]
    public void Execute_Cases_CountsLikeCounts()
    {
        var counts = KrmRun.Of("causes", "--input", WriteCounts(), "--date", "week", "--by", "ort", "--count", "n", "--output", "-");

        var cases = KrmRun.Of("causes", "--input", WriteCases(), "--date", "week", "--by", "ort", "--output", "-");

        Assert.Equal(counts.Output, cases.Output);
    }

    [Fact]
    public void Execute_PreviousFindings_KeepTheirIds()
    {
        var input = WriteCounts();
        string[] arguments = ["causes", "--input", input, "--date", "week", "--by", "ort", "--count", "n", "--output"];
        var first = KrmRun.Of([.. arguments, "-"]);
        using var document = JsonDocument.Parse(first.Output);
        var id = document.RootElement[0].GetProperty("id").GetString()!;
        var previous = _directory.Write("ursachen.json", first.Output.Replace(id, "0123456789abcdef", StringComparison.Ordinal));

        var again = KrmRun.Of([.. arguments, previous, "--previous", previous]);

        Assert.Equal(ExitCodes.Done, again.ExitCode);
        Assert.Contains("\"id\": \"0123456789abcdef\"", File.ReadAllText(previous), StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_PreviousIsSomethingElse_IsRefused()
    {
        var input = WriteCounts();

        var run = KrmRun.Of("causes", "--input", input, "--date", "week", "--by", "ort", "--count", "n", "--output", "-", "--previous", input);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("keine Funde", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("week,ort\n2025-01-06,Nord\ngestern,Frau Muster\n", "Spalte „week“")]
    [InlineData("week,ort\n2025-01-06,Nord\n2025-01-06,Frau Muster,zu viel\n", "3 Felder")]
    public void Execute_BadRows_AreNamedAndLeftOut(string csv, string expected)
    {
        var input = _directory.Write("in.csv", csv);

        var run = KrmRun.Of("causes", "--input", input, "--date", "week", "--by", "ort", "--output", "-");

        Assert.Equal(ExitCodes.SomeRowsFailed, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Muster", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--by", "stadt")]
    [InlineData("--by", "ort,ort")]
    [InlineData("--by", "ort", "--fdr", "2")]
    [InlineData("--by", "ort", "--as-of", "31.12.2025")]
    [InlineData("--by", "ort", "--period", "day")]
    public void Execute_WrongOption_ReturnsTwo(params string[] options)
    {
        var run = KrmRun.Of(["causes", "--input", WriteCases(), "--date", "week", "--output", "-", .. options]);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Empty(run.Output);
    }

    private string WriteCounts()
    {
        var text = new StringBuilder("week,ort,n\n");
        foreach (var (week, place, count) in Counts())
        {
            text.Append(CultureInfo.InvariantCulture, $"{week:uuuu-MM-dd},{place},{count}\n");
        }

        return _directory.Write("counts.csv", text.ToString());
    }

    private string WriteCases()
    {
        var text = new StringBuilder("week,ort\n");
        foreach (var (week, place, count) in Counts())
        {
            text.Insert(text.Length, string.Create(CultureInfo.InvariantCulture, $"{week:uuuu-MM-dd},{place}\n"), count);
        }

        return _directory.Write("cases.csv", text.ToString());
    }

    private static IEnumerable<(LocalDate Week, string Place, int Count)> Counts()
    {
        var random = new Random(5);
        for (var week = 0; week < 100; week++)
        {
            foreach (var place in new[] { "Nord", "Ost", "Süd" })
            {
                var extra = place == "Nord" && week is >= 92 and < 96 ? 14 : 0;
                yield return (new LocalDate(2024, 1, 1).PlusWeeks(week), place, 5 + random.Next(4) + extra);
            }
        }
    }
}
