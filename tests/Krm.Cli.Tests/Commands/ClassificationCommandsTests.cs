using System.Text.Json;

namespace Krm.Cli.Tests.Commands;

public sealed class ClassificationCommandsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Train_ThenClassify_GivesEveryRowItsCategory()
    {
        var model = Train();
        var input = _directory.Write("in.csv", "id,text,x\n1,Sperrmüll liegt am Zaun,a\n2,Die Laterne ist dunkel,b\n3,,c\n");

        var run = KrmRun.Of("classify", "--input", input, "--output", _directory.PathTo("out.csv"), "--model", model);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        var lines = _directory.Read("out.csv").TrimEnd().Split('\n');
        Assert.Equal("id,text,x,category,confidence,abstained,second,error", lines[0]);
        Assert.Contains(",Abfall,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",Beleuchtung,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("3,,c,", lines[3], StringComparison.Ordinal);
        Assert.Contains(",1,", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Classify_Explain_NamesTheWordsThatWeighed()
    {
        var model = Train();

        var run = KrmRun.WithInput(
            "{\"text\":\"Sperrmüll liegt am Zaun\"}\n", "classify", "--input", "-", "--output", "-", "--model", model, "--explain");

        using var document = JsonDocument.Parse(run.Output);
        Assert.Contains("sperrmuell:+", document.RootElement.GetProperty("evidence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_Json_NamesHeldOutFigures()
    {
        var run = KrmRun.Of(
            "train", "--input", WriteCases(), "--model", _directory.PathTo("m.krm"), "--json", "--seed", "3", "--date", "received");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        using var document = JsonDocument.Parse(run.Output);
        var heldOut = document.RootElement.GetProperty("held_out");
        Assert.Equal("newest fifth", heldOut.GetProperty("part").GetString());
        Assert.Equal(12, heldOut.GetProperty("n").GetInt64());
        Assert.InRange(heldOut.GetProperty("accuracy").GetDouble(), 0.9, 1);
    }

    [Fact]
    public void Evaluate_Json_HasKeysOfTheContract()
    {
        var model = Train();

        var run = KrmRun.Of("evaluate", "--input", _directory.PathTo("cases.csv"), "--model", model, "--json");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(
            ["n", "accuracy", "macro_f1", "weighted_f1", "ece", "docs_per_second", "coverage_at", "per_class"],
            document.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["0.5", "0.6", "0.7", "0.8", "0.9", "1.0"],
            document.RootElement.GetProperty("coverage_at").EnumerateObject().Select(property => property.Name));
        Assert.Equal(30, document.RootElement.GetProperty("per_class").GetProperty("Abfall").GetProperty("support").GetInt32());
    }

    [Fact]
    public void Classify_UnknownText_LeavesItToPeople()
    {
        var model = Train();

        var run = KrmRun.WithInput(
            "{\"text\":\"xyzzy\"}\n", "classify", "--input", "-", "--output", "-", "--model", model, "--threshold", "0");

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(1, document.RootElement.GetProperty("abstained").GetInt32());
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("-0.1")]
    [InlineData("viel")]
    public void Classify_WrongThreshold_ReturnsTwo(string threshold)
    {
        var model = Train();

        var run = KrmRun.WithInput(
            "{\"text\":\"a\"}\n", "classify", "--input", "-", "--output", "-", "--model", model, "--threshold", threshold);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData(0, "Krm text model")]
    [InlineData(10, "after 10 of")]
    [InlineData(1000, "after 1000 of")]
    public void Classify_ModelCutShort_IsRefusedAndNothingWritten(int length, string expected)
    {
        var model = Train();
        _directory.Write("cut.krm", File.ReadAllBytes(model)[..length]);
        _directory.Write("in.csv", "text\nSperrmüll bei Frau Muster\n");
        var before = _directory.Names;

        var run = KrmRun.Of(
            "classify", "--input", _directory.PathTo("in.csv"), "--output", _directory.PathTo("out.csv"), "--model", _directory.PathTo("cut.krm"));

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("cut.krm", run.Error, StringComparison.Ordinal);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Muster", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, _directory.Names);
    }

    [Theory]
    [InlineData("text,label\nnur eine,Abfall\n", "Zu wenige")]
    [InlineData("text,label\na,\nb,\n", "Zu wenige")]
    [InlineData("text,kategorie\na,b\n", "„label“ fehlt")]
    [InlineData("", "leer")]
    public void Train_UnusableInput_ReturnsTwoWithoutModel(string csv, string expected)
    {
        var run = KrmRun.Of("train", "--input", _directory.Write("in.csv", csv), "--model", _directory.PathTo("m.krm"));

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(["in.csv"], _directory.Names);
    }

    [Fact]
    public void Train_RowsWithoutCategory_SaysWhetherTheyWereLearntFrom()
    {
        var rows = string.Concat(Enumerable.Range(0, 40).Select(number => number % 2 == 0 ? $"Sperrmüll am Weg {number},Abfall\n" : $"Auto auf dem Gehweg {number},Verkehr\n"));
        var input = _directory.Write("in.csv", "text,label\n" + rows + "Guten Tag,\nNoch ein Anliegen,\n,\n");

        var text = KrmRun.Of("train", "--input", input, "--model", _directory.PathTo("m.krm"));
        var json = KrmRun.Of("train", "--input", input, "--model", _directory.PathTo("m.krm"), "--json");

        Assert.Contains("Ohne Kategorie: 2 Fälle, ohne Gewinn und darum nicht mitgelernt\n", text.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal("""{"n":2,"learnt":false}""", document.RootElement.GetProperty("unlabeled").GetRawText().Replace("\n", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public void Train_SameSeed_WritesSameBytes()
    {
        var first = File.ReadAllBytes(Train());
        var second = File.ReadAllBytes(Train());

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("|")]
    public void Train_LabelSeparator_GivesSeveralCategoriesARow(string separator)
    {
        var model = _directory.PathTo("several.krm");
        var input = WriteCasesOfSeveral(separator);

        var train = KrmRun.Of("train", "--input", input, "--model", model, "--label-separator", separator, "--json");
        var classify = KrmRun.WithInput(
            "{\"text\":\"Sperrmüll liegt auf dem Gehweg, die Laterne ist dunkel\"}\n", "classify", "--input", "-", "--output", "-", "--model", model, "--explain");
        var evaluate = KrmRun.Of("evaluate", "--input", input, "--model", model, "--label-separator", separator, "--json");

        Assert.Equal(ExitCodes.Done, train.ExitCode);
        using var summary = JsonDocument.Parse(train.Output);
        Assert.Equal(["n", "exact_match", "micro_f1", "macro_f1", "seconds", "per_class"], summary.RootElement.EnumerateObject().Select(property => property.Name));
        using var row = JsonDocument.Parse(classify.Output);
        Assert.Equal(["Abfall", "Beleuchtung"], row.RootElement.GetProperty("category").GetString()!.Split(';').Order(StringComparer.Ordinal));
        Assert.Equal(0, row.RootElement.GetProperty("abstained").GetInt32());
        Assert.NotEmpty(row.RootElement.GetProperty("evidence").GetString()!);
        using var figures = JsonDocument.Parse(evaluate.Output);
        Assert.InRange(figures.RootElement.GetProperty("micro_f1").GetDouble(), 0.9, 1);
    }

    [Fact]
    public void Train_LabelSeparatorOfOtherKind_IsRefused() =>
        Assert.Equal(ExitCodes.Refused, KrmRun.Of("train", "--input", WriteCases(), "--model", _directory.PathTo("m.krm"), "--label-separator", "x").ExitCode);

    [Fact]
    public void Train_MoreCasesThanTheMaximum_SaysThatItSamples()
    {
        var rows = string.Concat(Enumerable.Range(0, 300).Select(index => $"{(index % 2 == 0 ? "Sperrmüll am Zaun" : "Laterne dunkel")} seit Tag {index},{(index % 2 == 0 ? "Abfall" : "Licht")}\n"));

        var run = KrmRun.Of("train", "--input", _directory.Write("many.csv", "text,label\n" + rows), "--model", _directory.PathTo("m.krm"), "--maximum-cases", "100");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("Stichprobe von 100 der 300", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Refused, KrmRun.Of("train", "--input", _directory.PathTo("many.csv"), "--model", _directory.PathTo("m2.krm"), "--maximum-cases", "7").ExitCode);
    }

    private string Train()
    {
        var model = _directory.PathTo("model.krm");
        var run = KrmRun.Of("train", "--input", WriteCases(), "--model", model, "--quiet");
        Assert.Equal(string.Empty, run.Error);
        Assert.Equal(ExitCodes.Done, run.ExitCode);
        return model;
    }

    private string WriteCases()
    {
        var waste = new[] { "Sperrmüll liegt auf dem Gehweg", "Müll und Sperrmüll im Park", "Der Sperrmüll wurde nicht geholt" };
        var light = new[] { "Die Laterne ist dunkel", "Straßenlaterne flackert", "Keine Laterne brennt hier" };
        var rows = Enumerable.Range(0, 60).Select(index =>
            $"{new DateTime(2026, 1, 1).AddDays(index):yyyy-MM-dd},{(index % 2 == 0 ? waste : light)[index / 2 % 3]} seit Tag {index},{(index % 2 == 0 ? "Abfall" : "Beleuchtung")}");
        return _directory.Write("cases.csv", "received,text,label\n" + string.Join('\n', rows) + "\n");
    }

    private string WriteCasesOfSeveral(string separator)
    {
        var waste = new[] { "Sperrmüll liegt auf dem Gehweg", "Müll und Sperrmüll im Park", "Der Sperrmüll wurde nicht geholt" };
        var light = new[] { "Die Laterne ist dunkel", "Straßenlaterne flackert", "Keine Laterne brennt hier" };
        var rows = Enumerable.Range(0, 90).Select(index => (index % 3) switch
        {
            0 => $"{waste[index / 3 % 3]} seit Tag {index},Abfall",
            1 => $"{light[index / 3 % 3]} seit Tag {index},Beleuchtung",
            _ => $"{waste[index / 3 % 3]} und {light[index / 9 % 3]} seit Tag {index},Abfall{separator}Beleuchtung",
        });
        return _directory.Write("several.csv", "text,label\n" + string.Join('\n', rows) + "\n");
    }
}
