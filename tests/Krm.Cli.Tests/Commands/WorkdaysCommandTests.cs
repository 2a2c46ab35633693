namespace Krm.Cli.Tests.Commands;

public sealed class WorkdaysCommandTests
{
    [Fact]
    public void Execute_RowsOfTheContract_AddsAndCounts()
    {
        var run = Run(
            "land,week,date,n,end\n" +
            "BE,MoFr,2026-12-24,1,2027-01-04\n" +
            "BE,MoSa,2026-12-24,-1,2026-12-24\n" +
            "BE,MoFr,2026-12-25,0,2026-12-21\n");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal(
            "land,week,date,n,end,add_result,count,is_working_day,error\n" +
            "BE,MoFr,2026-12-24,1,2027-01-04,2026-12-28,5,1,\n" +
            "BE,MoSa,2026-12-24,-1,2026-12-24,2026-12-23,0,1,\n" +
            "BE,MoFr,2026-12-25,0,2026-12-21,2026-12-25,-4,0,\n",
            run.Output);
    }

    [Theory]
    [InlineData("BE,MoFr,24.12.2026,1,2027-01-04", "date")]
    [InlineData("BE,MoFr,2026-02-30,1,2027-01-04", "date")]
    [InlineData("BE,MoFr,2026-12-24,one,2027-01-04", "n")]
    [InlineData("BE,MoFr,2026-12-24,99999999999,2027-01-04", "n")]
    [InlineData("BE,MoFr,2026-12-24,2147483647,2027-01-04", "date")]
    [InlineData("BE,MoFr,1989-12-31,1,2027-01-04", "date")]
    [InlineData("BE,Montag,2026-12-24,1,2027-01-04", "week")]
    [InlineData("Berlin,MoFr,2026-12-24,1,2027-01-04", "land")]
    public void Execute_BrokenValue_KeepsRowAndNamesPlace(string row, string column)
    {
        var run = Run($"land,week,date,n,end\n{row}\n");

        Assert.Equal(ExitCodes.SomeRowsFailed, run.ExitCode);
        var line = run.Output.Split('\n')[1];
        Assert.StartsWith(row + ",,,,", line, StringComparison.Ordinal);
        Assert.Contains($"Zeile 2, Spalte „{column}“", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_MissingColumn_ReturnsTwoAndNamesNearest()
    {
        var run = Run("land,datum\nBE,2026-12-24\n");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("„date“ fehlt", run.Error, StringComparison.Ordinal);
        Assert.Contains("datum", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Execute_JsonlByDefaultOnStandardStreams_KeepsUnknownFields()
    {
        var run = KrmRun.WithInput(
            "{\"note\":[1],\"land\":\"BE\",\"date\":\"2026-12-24\",\"n\":2}\n", "workdays", "--input", "-", "--output", "-");

        Assert.Equal(
            "{\"note\":[1],\"land\":\"BE\",\"date\":\"2026-12-24\",\"n\":2,\"add_result\":\"2026-12-29\",\"count\":\"\",\"is_working_day\":1,\"error\":\"\"}\n",
            run.Output);
    }

    [Fact]
    public void Execute_Quiet_SaysNothing() =>
        Assert.Empty(KrmRun.WithInput(
            "{\"land\":\"BE\",\"date\":\"2026-12-24\"}\n", "workdays", "--input", "-", "--output", "-", "--quiet").Error);

    private static KrmRun Run(string csv) =>
        KrmRun.WithInput(csv, "workdays", "--input", "-", "--output", "-", "--format", "csv");
}
