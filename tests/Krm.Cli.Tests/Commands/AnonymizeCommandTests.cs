namespace Krm.Cli.Tests.Commands;

public sealed class AnonymizeCommandTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Anonymize_Csv_ReplacesTheTextAndKeepsTheColumns()
    {
        var input = _directory.Write("in.csv", "id,text,x\n1,\"Herr Meier, Tel. 0228/123456\",a\n2,Radweg fehlt,b\n");

        var run = KrmRun.Of("anonymize", "--input", input, "--output", _directory.PathTo("out.csv"));

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal("id,text,x,error\n1,\"Herr [PERSON_1], Tel. [TELEFON_1]\",a,\n2,Radweg fehlt,b,\n", _directory.Read("out.csv").ReplaceLineEndings("\n"));
        Assert.Contains("Personen: 1, Telefonnummern: 1", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Meier", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Anonymize_BrokenRow_KeepsTheRowWithoutItsText()
    {
        var input = _directory.Write("in.csv", "id,body\n1,Herr Meier\n2,Herr Schulz,zu viel\n");

        var run = KrmRun.Of("anonymize", "--input", input, "--output", _directory.PathTo("out.csv"), "--text", "body");

        Assert.Equal(ExitCodes.SomeRowsFailed, run.ExitCode);
        var output = _directory.Read("out.csv");
        Assert.Equal(3, output.TrimEnd().Split('\n').Length);
        Assert.DoesNotContain("Schulz", output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Anonymize_Pipe_StreamsObjects()
    {
        var run = KrmRun.WithInput("{\"text\":\"Mail: a.weiss@web.de\",\"n\":3}\n{\"text\":null,\"n\":4}\n", "anonymize", "--input", "-", "--output", "-");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("\"text\":\"Mail: [EMAIL_1]\",\"n\":3", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Anonymize_MissingColumn_IsRefused()
    {
        var input = _directory.Write("in.csv", "id,body\n1,Herr Meier\n");

        var run = KrmRun.Of("anonymize", "--input", input, "--output", _directory.PathTo("out.csv"));

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.False(File.Exists(_directory.PathTo("out.csv")));
    }
}
