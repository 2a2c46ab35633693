using System.Text.Json;
using Krm.Cli.Tables;

namespace Krm.Cli.Tests.Commands;

public sealed class RunCommandTests : IDisposable
{
    private static readonly string[] Results = ["causes.json", "classified.csv", "plan.csv", "report.html", "run.json"];
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Execute_TextWithPersonalData_IsAnonymisedEverywhere()
    {
        var input = _directory.Write(
            "in.csv",
            "received,text\n" + string.Concat(Enumerable.Range(1, 9).Select(day => $"2026-01-0{day},Rufen Sie mich an: 040 1234567 oder max@muster.de\n")));

        var run = Run(input);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.All(Results, name => Assert.DoesNotContain("muster.de", _directory.Read("out/" + name), StringComparison.Ordinal));
        Assert.All(Read("out/classified.csv"), row => Assert.Contains("[", row.Cells[1].Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Execute_DaysOfDuties_SayWhichPromisesWereKeptAndWhatACaseWaitsFor()
    {
        var input = _directory.Write(
            "in.csv",
            "received,closed,sent\n2026-02-02,2026-02-20,2026-02-03\n2026-02-02,2026-03-20,2026-02-09\n2026-02-02,,\n2026-02-02,,2026-02-03\n");

        var run = Run(input, "--done", "eingangsbestaetigung=sent", "--done", "antwort=closed", "--as-of", "2026-02-27");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        var rows = _directory.Read("out/classified.csv").TrimEnd().Split('\n');
        Assert.Contains("pending_step,promises_kept,promises_broken,error", rows[0], StringComparison.Ordinal);
        Assert.EndsWith(",,eingangsbestaetigung;antwort,,", rows[1], StringComparison.Ordinal);
        Assert.EndsWith(",antwort,,eingangsbestaetigung,", rows[2], StringComparison.Ordinal);
        Assert.EndsWith(",eingangsbestaetigung,,eingangsbestaetigung,", rows[3], StringComparison.Ordinal);
        Assert.EndsWith(",antwort,eingangsbestaetigung,,", rows[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_FewRowsWithCategory_LearnsFromTheOthersToo()
    {
        string[] things = ["Sperrmüll", "Sack", "Kühlschrank", "Matratze", "Altkleider", "Tonne"], matters = ["Parkplatz", "Auto", "Einfahrt", "Halteverbot", "Gehweg", "Laster"];
        var rows = Enumerable.Range(0, 400).Select(number =>
        {
            var (words, label) = number % 2 == 0 ? (things, "Abfall") : (matters, "Verkehr");
            return $"2026-01-{(number % 28) + 1:00},{words[number / 2 % 6]} und {words[number / 12 % 6]} Nr. {number},{(number % 7 == 0 && number < 90 ? label : string.Empty)}\n";
        });

        var run = Run(_directory.Write("in.csv", "received,text,label\n" + string.Concat(rows)), "--label", "label");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        var model = ReadRun().GetProperty("model");
        Assert.Equal((13, 387), (model.GetProperty("texts").GetInt32(), model.GetProperty("unlabeled_texts").GetInt32()));
    }

    [Fact]
    public void Execute_BadRows_StayWithErrorInBothTables()
    {
        var input = _directory.Write(
            "in.csv", "id,received,text\nA,2026-01-05,x\nB,gestern,Geheimes von Frau Muster\nC,2026-01-06,x,zu viel\nD,2026-01-07,x\n");

        var run = Run(input);

        Assert.Equal(ExitCodes.SomeRowsFailed, run.ExitCode);
        Assert.Equal(["A", "B", "C", "D"], Read("out/classified.csv").Select(row => row.Cells[0].Text));
        Assert.Equal(["A", "B", "C", "D"], Read("out/plan.csv").Select(row => row.Cells[0].Text).Distinct());
        Assert.Equal(
            [false, true, true, false],
            Read("out/classified.csv").Select(row => row.Cells[^1].Text.Length > 0));
        Assert.Equal(2, ReadRun().GetProperty("counts").GetProperty("failed").GetInt64());
        Assert.DoesNotContain("Muster", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "leer")]
    [InlineData("id,eingang\n1,2026-01-05\n", "„received“ fehlt")]
    [InlineData("id,received\n1,\"2026-01-05\n", "Anführungszeichen")]
    public void Execute_UnusableInput_ReturnsTwoAndLeavesOldResults(string csv, string expected)
    {
        Directory.CreateDirectory(_directory.PathTo("out"));
        _directory.Write("out/plan.csv", "old");

        var run = Run(_directory.Write("in.csv", csv));

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal("old", _directory.Read("out/plan.csv"));
        Assert.Equal(["plan.csv"], Directory.GetFileSystemEntries(_directory.PathTo("out")).Select(Path.GetFileName));
    }

    [Fact]
    public void Execute_LatinBytes_ReturnsTwoWithLine()
    {
        var run = Run(_directory.Write("in.csv", [.. "id,received\n1,2026-01-05\nM"u8, 0xFC, .. "ller,2026-01-05\n"u8]));

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("Zeile 3, Zeichen 2", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ller", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_ColumnsNamedLikeResults_AreKept()
    {
        var rows = Enumerable.Range(0, 30).Select(index =>
            $"2026-01-{1 + (index % 28):00},{(index % 2 == 0 ? "Abfall" : "Licht")},{(index % 2 == 0 ? "Müll liegt herum" : "Laterne ist aus")} Tag {index}");
        var input = _directory.Write("in.csv", "received,category,text\n" + string.Join('\n', rows) + "\n");

        var run = Run(input, "--label", "category", "--by", "category");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.StartsWith(
            "received,input_category,text,applicable,priority,due_date,category,confidence,abstained,second,error\n",
            _directory.Read("out/classified.csv"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Report_NoRun_ReturnsTwo()
    {
        _directory.Write("run.json", "{}");

        Assert.Equal(ExitCodes.Refused, KrmRun.Of("report", "--input", _directory.Root, "--output", _directory.PathTo("r.html")).ExitCode);
        Assert.Equal(ExitCodes.Refused, KrmRun.Of("report", "--input", _directory.PathTo("no"), "--output", _directory.PathTo("r.html")).ExitCode);
    }

    [SharedDataFact("data/ordnungsamt-berlin/meldungen.tsv")]
    public void Execute_OrderOfficeBerlin_RunsEndToEnd()
    {
        var input = SharedData.Find("data/ordnungsamt-berlin/meldungen.tsv")!;

        var run = KrmRun.Of(
            "run", "--input", input, "--ruleset", "harburg", "--land", "BE", "--date", "date", "--text", "text",
            "--label", "label", "--by", "bezirk,label", "--output", _directory.PathTo("out"));

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal(4804, Read("out/classified.csv").Count);
        Assert.Equal(4804, Read("out/plan.csv").Select(row => row.Cells[0].Text).Distinct().Count());
        Assert.True(ReadRun().GetProperty("held_out").GetProperty("accuracy").GetDouble() >= 0.60);
        using var causes = JsonDocument.Parse(_directory.Read("out/causes.json"));
        Assert.NotEqual(0, causes.RootElement.GetArrayLength());
    }

    private KrmRun Run(string input, params string[] options) => KrmRun.Of(
        ["run", "--input", input, "--output", _directory.PathTo("out"), "--ruleset", "harburg", .. options]);

    private IReadOnlyList<TableRow> Read(string name) => TableRows.Read(_directory.PathTo(name));

    private JsonElement ReadRun()
    {
        using var document = JsonDocument.Parse(_directory.Read("out/run.json"));
        return document.RootElement.Clone();
    }
}
