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
    [InlineData("09761000", "2026-08-15,mariae-himmelfahrt,Mariä Himmelfahrt,municipality", true)]
    [InlineData("09761000", "2026-08-08,augsburger-friedensfest,Augsburger Hohes Friedensfest,municipality", true)]
    [InlineData("09571111", "2026-08-15,mariae-himmelfahrt,Mariä Himmelfahrt,unknown", true)]
    [InlineData("09564000", "2026-08-15", false)]
    public void Execute_Municipality_SaysYesNoOrUnknown(string municipality, string row, bool isListed)
    {
        var run = KrmRun.Of("holidays", "--land", "BY", "--from", "2026", "--municipality", municipality);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal(isListed, run.Output.Contains("BY," + row, StringComparison.Ordinal));
        Assert.Equal(row.EndsWith("unknown", StringComparison.Ordinal), run.Error.Contains("nicht bekannt", StringComparison.Ordinal));
    }

    [Fact]
    public void Execute_Ics_WritesOneEventForEachHoliday()
    {
        var rows = KrmRun.Of("holidays", "--land", "SN", "--from", "2026", "--to", "2028").Output.TrimEnd().Split('\n').Length - 1;
        var run = KrmRun.Of("holidays", "--land", "SN", "--from", "2026", "--to", "2028", "--format", "ics");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(rows, run.Output.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("DTSTART;VALUE=DATE:20261118\r\nDTEND;VALUE=DATE:20261119\r\nSUMMARY:Buß- und Bettag", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--land", "XX")]
    [InlineData("--land", "BY", "--format", "xml")]
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
