namespace Krm.Cli.Tests.Commands;

public sealed class PlanCommandTests
{
    private const string Header = "case_id,applicable,priority,duty,role,due_date,due_instant,status,rule,reason,title,error";

    [Fact]
    public void Execute_OrdinaryCase_OneRowADuty()
    {
        var run = Run("id,received\nA-1,2026-02-02T10:15:00\n");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        var lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal(Header, lines[0]);
        Assert.All(lines[1..], line => Assert.StartsWith("A-1,1,normal,", line, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(",antwort,", StringComparison.Ordinal)
            && line.Contains(",2026-03-02,2026-03-02T23:00:00Z,open,", StringComparison.Ordinal));
    }

    [Fact]
    public void Execute_ExcludedCase_StaysWithReason()
    {
        var run = Run("received,art\n2026-02-02,Widerspruch\n");

        var lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("1,0,,,,,,,G2,", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-27", "2026-03-02", "done")]
    [InlineData("2026-03-10", "2026-03-11", "late")]
    [InlineData("", "2026-03-02", "open")]
    [InlineData("", "2026-03-03", "overdue")]
    [InlineData("2026-03-10", "2026-03-05", "overdue")]
    public void Execute_ClosedAndAsOf_GiveStatus(string closed, string asOf, string status)
    {
        var run = Run($"received,closed\n2026-02-02,{closed}\n", "--as-of", asOf);

        var reply = run.Output.Split('\n').Single(line => line.Contains(",antwort,", StringComparison.Ordinal));
        Assert.Contains($"Z,{status},", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-03", "", "done")]
    [InlineData("2026-02-05", "", "late")]
    [InlineData("2026-02-05", "2026-02-09", "late")]
    [InlineData("2026-04-02", "", "overdue")]
    [InlineData("", "", "overdue")]
    [InlineData("", "2026-02-09", "done")]
    public void Execute_DayOfADuty_GivesItsStatus(string done, string closed, string status)
    {
        var run = Run(
            $"received,sent,closed\n2026-02-02,{done},{closed}\n", "--done", "eingangsbestaetigung=sent", "--as-of", "2026-03-31");

        var duty = run.Output.Split('\n').Single(line => line.Contains(",eingangsbestaetigung,", StringComparison.Ordinal));
        Assert.Contains($"Z,{status},", duty, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bestaetigung=sent", "eingangsbestaetigung")]
    [InlineData("eingangsbestaetigung", "duty=column")]
    [InlineData("eingangsbestaetigung=nowhere", "sent")]
    public void Execute_DoneThatNamesNothing_IsRefused(string option, string expected)
    {
        var run = Run("received,sent\n2026-02-02,\n", "--done", option, "--lang", "en");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_DayOfADuty_StartsThePeriodsThatFollowIt()
    {
        var run = KrmRun.WithInput(
            "received,einsender,anliegen,bearbeitbar,checked\n2026-02-02,Unternehmen,Bauantrag,ja,2026-02-04\n",
            "plan", "--input", "-", "--output", "-", "--format", "csv", "--ruleset", "ral", "--done", "bearbeitbarkeit=checked", "--as-of", "2026-02-05");

        // 40 Arbeitstage after 4 February 2026, the day the check was done, not after the day it was due.
        Assert.Contains(",baugenehmigung,Bauamt,2026-04-01,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_MappedFact_ComesFromItsColumn()
    {
        var run = Run("received,an wen\n2026-02-02,Bezirksamtsleitung\n", "--map", "adressat=an wen");

        Assert.Contains("1,1,priorisiert,", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("adressat =", run.Error, StringComparison.Ordinal);
        Assert.Contains("art = Beschwerde", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_Explain_SaysWhyTheProcedureApplies()
    {
        var run = Run("received\n2026-02-02\n", "--explain");

        Assert.Contains("reason,title,scope_reason,error\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("schriftlicher Einwand", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-30,Beschwerde", "Spalte „received“")]
    [InlineData("Sehr geehrte Frau Muster,Beschwerde", "Spalte „received“")]
    [InlineData("2026-02-02,Sehr geehrte Frau Muster", "Spalte „art“")]
    [InlineData("2026-02-02,Beschwerde,zu viel von Frau Muster", "3 Felder gefunden, 2 erwartet")]
    [InlineData("2026-02-02", "1 Felder gefunden, 2 erwartet")]
    public void Execute_BadRow_KeepsCaseAndNeverRepeatsText(string row, string expected)
    {
        var run = Run($"received,art\n{row}\n2026-02-02,Beschwerde\n");

        Assert.Equal(ExitCodes.SomeRowsFailed, run.ExitCode);
        var lines = run.Output.TrimEnd().Split('\n');
        Assert.StartsWith("1,,,,,,,,,,,", lines[1], StringComparison.Ordinal);
        Assert.Contains("Zeile 2", lines[1], StringComparison.Ordinal);
        Assert.Contains(expected, lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Muster", run.Output + run.Error, StringComparison.Ordinal);
        Assert.StartsWith("2,1,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_FailFast_StopsWithOneAndNamesLine()
    {
        using var directory = new TemporaryDirectory();
        var input = directory.Write("in.csv", "received\n2026-02-02\nbroken\n");

        var run = KrmRun.Of("plan", "--input", input, "--output", directory.PathTo("out.csv"), "--ruleset", "harburg", "--fail-fast");

        Assert.Equal(ExitCodes.SomeRowsFailed, run.ExitCode);
        Assert.Contains("Zeile 3", run.Error, StringComparison.Ordinal);
        Assert.Equal(["in.csv"], directory.Names);
    }

    [Theory]
    [InlineData("id,eingang\n1,2026-02-02\n", "harburg", "„received“ fehlt")]
    [InlineData("id,received\n1,2026-02-02\n", "harbourg", "harburg")]
    public void Execute_WrongUse_ReturnsTwo(string csv, string ruleSet, string expected)
    {
        var run = KrmRun.WithInput(
            csv, "plan", "--input", "-", "--output", "-", "--format", "csv", "--ruleset", ruleSet);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("--map", "adressat")]
    [InlineData("--map", "nichts=received")]
    [InlineData("--land", "Hamburg")]
    [InlineData("--as-of", "morgen")]
    [InlineData("--id", "aktenzeichen")]
    public void Execute_WrongOption_ReturnsTwo(params string[] options)
    {
        var run = Run("received\n2026-02-02\n", options);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Execute_BrokenRuleSetFile_ListsProblems()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Write("eigenes.regelwerk.json", "{ \"format\": 1, \"id\": \"x\" ");

        var run = KrmRun.WithInput(
            "received\n2026-02-02\n", "plan", "--input", "-", "--output", "-", "--format", "csv", "--ruleset", file);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("eigenes.regelwerk.json", run.Error, StringComparison.Ordinal);
    }

    private static KrmRun Run(string csv, params string[] options) => KrmRun.WithInput(
        csv, ["plan", "--input", "-", "--output", "-", "--format", "csv", "--ruleset", "harburg", .. options]);
}
