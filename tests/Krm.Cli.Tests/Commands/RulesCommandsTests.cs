using Krm.Rules;

namespace Krm.Cli.Tests.Commands;

public sealed class RulesCommandsTests
{
    private const string Cases = "id,received,adressat\n1,2026-03-02,Bezirksamtsleitung\n2,2026-03-02,\n";

    [Fact]
    public void List_Always_NamesTheFiveShippedRuleSets()
    {
        var run = KrmRun.Of("rules", "list");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal(["harburg", "kqs", "landratsamt", "ral", "rottweil"], run.Output.TrimEnd().Split('\n').Select(line => line.Split(' ')[0]));
    }

    [Theory]
    [InlineData("harburg")]
    [InlineData("kqs")]
    [InlineData("landratsamt")]
    [InlineData("ral")]
    [InlineData("rottweil")]
    public void CheckAndTest_ShippedRuleSet_FindNothing(string id)
    {
        var check = KrmRun.Of("rules", "check", id);
        var test = KrmRun.Of("rules", "test", id);

        Assert.Equal((ExitCodes.Done, ExitCodes.Done), (check.ExitCode, test.ExitCode));
        Assert.Contains("keine Lücke", check.Output, StringComparison.Ordinal);
        Assert.Contains(", 0 nicht bestanden.", test.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_ShippedRuleSet_PrintsReadableTables()
    {
        var run = KrmRun.Of("rules", "show", "harburg");

        Assert.Contains("| S7b | Priorität = priorisiert | Qualitätsmanagement: Antwort versenden | 2 Wochen ab Eingang |", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_RuleTakenOut_ExitsOneAndShowsTheGap()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Write("h.json", ShippedRuleSets.GetSource("harburg").Replace("\"when\": { \"adressat\": { \"not\": \"Bezirksamtsleitung\" } }", "\"when\": { \"adressat\": \"Fachamt\" }", StringComparison.Ordinal));

        var run = KrmRun.Of("rules", "check", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Lücke: Tabelle „Priorität“: Keine Regel deckt diesen Fall ab", run.Output, StringComparison.Ordinal);
        Assert.Contains("adressat=Qualitätsmanagement", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"Gap\"", KrmRun.Of("rules", "check", file, "--json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_WrongExpectation_ExitsOneAndSaysWhatCameOut()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Write("h.json", ShippedRuleSets.GetSource("harburg").Replace("\"antwort\": \"2026-03-30\"", "\"antwort\": \"2026-03-31\"", StringComparison.Ordinal));

        var run = KrmRun.Of("rules", "test", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Die Pflicht „antwort“ sollte am 31.03.2026 fällig sein, errechnet ist 30.03.2026.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_BrokenFile_ExitsTwoWithLineAndSuggestion()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Write("h.json", ShippedRuleSets.GetSource("harburg").Replace("\"kanal\": [\"Brief\", \"Fax\", \"Niederschrift\"]", "\"kanall\": [\"Breif\"]", StringComparison.Ordinal));

        var run = KrmRun.Of("rules", "check", file);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Matches("Zeile [0-9]+, Spalte [0-9]+: tables\\[3\\]\\.rules\\[0\\]\\.when\\.kanall: Regel R1: .*Gemeint war vielleicht „kanal“", run.Error);
    }

    [Fact]
    public void Diff_ChangedParameter_ListsCaseDutyOldAndNewDate()
    {
        using var directory = new TemporaryDirectory();
        var changed = directory.Write("neu.json", ShippedRuleSets.GetSource("harburg").Replace("\"value\": \"P2W\"", "\"value\": \"P3W\"", StringComparison.Ordinal));
        var cases = directory.Write("cases.csv", Cases);

        var run = KrmRun.Of("rules", "diff", "harburg", changed, "--input", cases);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal(
            [
                "case_id,change,duty,old_date,new_date,old,new,error",
                "1,date,antwort,2026-03-16,2026-03-23,Qualitätsmanagement (Regel S7b),Qualitätsmanagement (Regel S7b),",
                "1,date,ablage,2026-03-17,2026-03-24,Qualitätsmanagement (Regel S8),Qualitätsmanagement (Regel S8),",
            ],
            run.Output.TrimEnd().Split('\n'));
        Assert.Contains("1 Vorgänge ändern sich.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_AnotherCalendar_ListsTheMovedDates()
    {
        using var directory = new TemporaryDirectory();
        var cases = directory.Write("cases.csv", "id,received\n1,2026-06-03\n");

        var run = KrmRun.Of("rules", "diff", "harburg", "harburg", "--input", cases, "--new-land", "BY");

        Assert.Contains("1,date,eingangsbestaetigung,2026-06-04,2026-06-05,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_OutAndBackIn_GivesTheSameRuleSet()
    {
        using var directory = new TemporaryDirectory();
        var csv = directory.PathTo("pflichten.csv");
        var json = directory.PathTo("neu.json");

        Assert.Equal(ExitCodes.Done, KrmRun.Of("rules", "table", "harburg", "pflichten", "--output", csv).ExitCode);
        Assert.Equal(ExitCodes.Done, KrmRun.Of("rules", "table", "harburg", "pflichten", "--input", csv, "--output", json).ExitCode);

        Assert.Equal(ShippedRuleSets.Get("harburg").Fingerprint, RuleSet.Read(File.ReadAllText(json)).Fingerprint);
    }

    [Fact]
    public void Rules_WithoutSubcommand_IsRefused() => Assert.Equal(ExitCodes.Refused, KrmRun.Of("rules").ExitCode);
}
