using System.Text.Json;

namespace Krm.Cli.Tests.Commands;

/// <summary>Counts as hosts really hand them over: each gives a right result or says what is wrong.</summary>
public sealed class OddCountsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("causes")]
    [InlineData("count")]
    public void Execute_GroupTwiceInOneResult_IsRefused(string command)
    {
        var run = Run(command, "week,ort,n\n2025-01-06,A,3\n2025-01-06,B,3\n2025-01-06,A,4\n");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("Zeile 4 nennt Tag und Werte der Zeile 2 noch einmal", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_DaysOfOneWeek_AddUp()
    {
        var run = Run("count", "week,ort,n\n2025-01-06,A,3\n2025-01-08,A,4\n");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("2025-01-06,A,7,week,", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-3", "„-3“; erlaubt: 0 … 2147483647")]
    [InlineData("2147483648", "„2147483648“; erlaubt: 0 … 2147483647")]
    [InlineData("99999999999999999999", "erlaubt: 0 … 2147483647")]
    [InlineData("3.5", "„3.5“")]
    [InlineData("", "gefunden: nichts")]
    [InlineData("Frau Muster", "11 Zeichen")]
    public void Execute_BadCount_IsNamedWithItsPlace(string count, string expected)
    {
        foreach (var command in new[] { "causes", "count" })
        {
            var run = Run(command, $"week,ort,n\n2025-01-06,A,3\n2025-01-13,A,{count}\n");

            Assert.Equal(ExitCodes.SomeRowsFailed, run.ExitCode);
            Assert.Contains("Zeile 3, Spalte „n“", run.Error, StringComparison.Ordinal);
            Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0.1234567")]
    [InlineData("1e3")]
    [InlineData("viel")]
    public void Execute_BadExposure_IsNamedWithItsPlace(string exposure)
    {
        var run = Run("count", $"week,ort,n,e\n2025-01-06,A,3,7.5\n2025-01-13,A,3,{exposure}\n", "--exposure", "e");

        Assert.Equal(ExitCodes.SomeRowsFailed, run.ExitCode);
        Assert.Contains("Zeile 3, Spalte „e“", run.Error, StringComparison.Ordinal);
        Assert.Contains("2025-01-06,A,3,7.5,week,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_MoreCasesThanASeriesHolds_IsRefused()
    {
        var run = Run("causes", "week,ort,n\n2025-01-06,A,2147483647\n2025-01-07,A,2147483647\n2025-02-17,A,3\n");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("2.147.483.647", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_DateCenturiesAway_IsRefused()
    {
        var run = Run("causes", "week,ort,n\n2025-01-06,A,3\n2205-01-06,A,4\n");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("von 2025-01-06 bis 2205-01-06", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("06.01.2025")]
    [InlineData("2025-02-30")]
    [InlineData("2025-W02")]
    public void Execute_WrongDate_IsNamedAndLeftOut(string date)
    {
        var run = Run("count", $"week,ort,n\n2025-01-06,A,3\n{date},A,4\n");

        Assert.Equal(ExitCodes.SomeRowsFailed, run.ExitCode);
        Assert.Contains("Zeile 3, Spalte „week“", run.Error, StringComparison.Ordinal);
        Assert.Contains(",A,3,week,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_WeeksWithoutAnyRow_AreMentioned()
    {
        var run = Run("causes", "week,ort,n\n2025-01-06,A,3\n2025-01-13,A,4\n2025-02-10,A,4\n");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("In 3 Zeiträumen hat keine Reihe eine Zeile, zuerst in 2025-W04", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("causes", "[]\n")]
    [InlineData("count", "week,ort,count,period,data_version,plan\n")]
    public void Execute_NoRows_GivesAnEmptyResult(string command, string expected)
    {
        var run = Run(command, "week,ort,n\n");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal(expected, run.Output);
    }

    [Fact]
    public void Count_ValuesWithSeparators_ComeBackAsTheyWere()
    {
        var csv = "week,ort,n\n2025-01-06,\"a,b;c\"\"d\"\"\ne\",3\n2025-01-13,\" x \",2\n";
        var counts = _directory.PathTo("counts.csv");
        Assert.Equal(ExitCodes.Done, KrmRun.Of("count", "--input", _directory.Write("in.csv", csv), "--date", "week", "--by", "ort", "--count", "n", "--output", counts).ExitCode);
        var jsonl = _directory.PathTo("counts.jsonl");

        var merged = KrmRun.Of("merge", counts, "--output", jsonl);
        var back = KrmRun.Of("merge", jsonl, "--output", _directory.PathTo("again.csv"));

        Assert.Equal(ExitCodes.Done, merged.ExitCode);
        Assert.Equal(ExitCodes.Done, back.ExitCode);
        Assert.Equal(_directory.Read("counts.csv"), _directory.Read("again.csv"));
        Assert.Contains("\"a,b;c\"\"d\"\"\ne\",3", _directory.Read("counts.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("count")]
    [InlineData("plan")]
    [InlineData("week")]
    public void Count_DimensionNamedLikeAColumnOfCounts_IsRefused(string name)
    {
        var run = Run("count", $"week,ort,{(name == "week" ? "x" : name)},n\n2025-01-06,A,x,3\n", "--by", name);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains($"„{name}“", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Count_Months_WithExposure_AddUp()
    {
        var run = Run("count", "week,ort,n,e\n2025-01-06,A,3,2.5\n2025-01-31,A,4,1.25\n2025-02-01,A,0,1\n", "--period", "month", "--exposure", "e");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("2025-01-01,A,7,3.75,month,", run.Output, StringComparison.Ordinal);
        Assert.Contains("2025-02-01,A,0,1,month,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_PartsWithoutACase_GiveATableWithoutARow()
    {
        var empty = _directory.PathTo("empty.csv");
        KrmRun.Of("count", "--input", _directory.Write("in.csv", "received,ort\n"), "--by", "ort", "--output", empty);

        var run = KrmRun.Of("merge", empty, empty, "--output", "-", "--format", "csv");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal("received,ort,count,period,data_version,plan\n", run.Output);
    }

    [Fact]
    public void Merge_OtherNameOfTheDay_IsRefused()
    {
        var one = _directory.Write("one.csv", "day,ort,count,period,data_version,plan\n");
        var other = _directory.Write("other.csv", "week,ort,count,period,data_version,plan\n");

        var run = KrmRun.Of("merge", one, other, "--output", "-");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("„week“", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Causes_MethodOfTheFalseDiscoveryRate_AnyDependenceIsStricter()
    {
        var csv = "week,ort,n\n" + string.Concat(
            from week in Enumerable.Range(0, 100)
            from place in Enumerable.Range(0, 8)
            select $"{new NodaTime.LocalDate(2024, 1, 1).PlusWeeks(week):uuuu-MM-dd},O{place},{4 + ((week + place) % 3) + (place == 2 && week is > 90 and < 95 ? 15 : 0)}\n");

        var usual = QValue(Run("causes", csv));
        var strict = QValue(Run("causes", csv, "--fdr-method", "by"));

        Assert.True(strict > 1.5 * usual, $"{usual} {strict}");
    }

    private static double QValue(KrmRun run)
    {
        Assert.Equal(ExitCodes.Done, run.ExitCode);
        using var document = JsonDocument.Parse(run.Output);
        return document.RootElement[0].GetProperty("q_value").GetDouble();
    }

    private KrmRun Run(string command, string csv, params string[] options)
    {
        var by = options.Contains("--by") ? options : ["--by", "ort", .. options];
        return KrmRun.Of([command, "--input", _directory.Write("in.csv", csv), "--date", "week", "--count", "n", "--output", "-", "--format", "csv", .. by]);
    }
}
