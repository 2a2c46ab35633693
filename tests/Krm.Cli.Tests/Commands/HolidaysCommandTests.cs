using System.Text.Json;

namespace Krm.Cli.Tests.Commands;

public sealed class HolidaysCommandTests
{
    [Fact]
    public void Execute_Csv_WritesContractColumns()
    {
        var run = KrmRun.Of("holidays", "--land", "BY", "--from", "2026", "--to", "2027");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        var lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal("land,date,id,name,scope,legal_basis", lines[0]);
        Assert.StartsWith("BY,2026-01-01,neujahr,Neujahr,land,", lines[1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("BY,2027-01-06,", StringComparison.Ordinal));
    }

    [Fact]
    public void Execute_Json_WritesSameColumns()
    {
        var run = KrmRun.Of("holidays", "--land", "BE", "--from", "2026", "--format", "json");

        using var document = JsonDocument.Parse(run.Output);
        var first = document.RootElement[0];
        Assert.Equal("2026-01-01", first.GetProperty("date").GetString());
        Assert.Equal(
            ["land", "date", "id", "name", "scope", "legal_basis"],
            first.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void Execute_Ics_WritesOneEventAHoliday()
    {
        var run = KrmRun.Of("holidays", "--land", "BE", "--from", "2026", "--format", "ics");

        Assert.StartsWith("BEGIN:VCALENDAR\r\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(10, run.Output.Split("BEGIN:VEVENT").Length - 1);
    }

    [Fact]
    public void Execute_Municipality_ListsAtLeastTheHolidaysOfTheLand()
    {
        var ofLand = KrmRun.Of("holidays", "--land", "BY", "--from", "2026").Output.Split('\n');
        var ofCity = KrmRun.Of("holidays", "--land", "BY", "--from", "2026", "--municipality", "09761000").Output.Split('\n');

        Assert.Empty(ofLand.Except(ofCity));
    }

    [Theory]
    [InlineData("--land", "XX")]
    [InlineData("--land", "BY", "--from", "1989")]
    [InlineData("--land", "BY", "--to", "2101")]
    [InlineData("--land", "BY", "--municipality", "11000000")]
    [InlineData("--land", "BY", "--from", "next")]
    [InlineData("--land", "BY", "--output", "no/such/directory/out.csv")]
    public void Execute_WrongOption_ReturnsTwo(params string[] options)
    {
        var run = KrmRun.Of(["holidays", .. options]);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.Empty(run.Output);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
