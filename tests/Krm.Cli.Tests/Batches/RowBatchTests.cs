using Krm.Cli.Batches;
using Krm.Cli.Tables;

namespace Krm.Cli.Tests.Batches;

public sealed class RowBatchTests : IDisposable
{
    private static readonly Messages Messages = new(Language.German);
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Run_GoodRows_AddsColumnsAfterThePassedOnes()
    {
        _directory.Write("in.csv", "x,number\nä,2\nb,3\n");

        Assert.Equal(ExitCodes.Done, Run("in.csv", "out.csv"));

        Assert.Equal("x,number,square,error\nä,2,4,\nb,3,9,\n", _directory.Read("out.csv"));
        Assert.Equal(["in.csv", "out.csv"], _directory.Names);
    }

    [Fact]
    public void Run_Jsonl_KeepsKindsOfValues()
    {
        _directory.Write("in.jsonl", "{\"number\":2,\"flag\":true,\"list\":[1],\"none\":null,\"text\":\"2\"}\n");

        Run("in.jsonl", "out.jsonl");

        Assert.Equal(
            "{\"number\":2,\"flag\":true,\"list\":[1],\"none\":null,\"text\":\"2\",\"square\":4,\"error\":\"\"}\n",
            _directory.Read("out.jsonl"));
    }

    [Fact]
    public void Run_BadRows_KeepsThemWithErrorAndCountsThem()
    {
        _directory.Write("in.csv", "number\n2\nGeheimer Text\n3,4\n5\n");
        using var error = new StringWriter();

        Assert.Equal(ExitCodes.SomeRowsFailed, Run("in.csv", "out.csv", error: error));

        var lines = _directory.Read("out.csv").TrimEnd().Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.Equal("2,4,", lines[1]);
        Assert.StartsWith("Geheimer Text,,", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("Zeile 4: 2 Felder gefunden, 1 erwartet.\"", lines[3], StringComparison.Ordinal);
        Assert.Contains("davon 2 mit Fehler", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Geheim", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FailFast_LeavesOldOutputUntouched()
    {
        _directory.Write("in.csv", "number\n2\nx\n");
        _directory.Write("out.csv", "old");

        Assert.Throws<FailFastException>(() => Run("in.csv", "out.csv", failsFast: true));

        Assert.Equal("old", _directory.Read("out.csv"));
        Assert.Equal(["in.csv", "out.csv"], _directory.Names);
    }

    [Fact]
    public void Run_WrongEncodingLate_LeavesNothingHalfWritten()
    {
        var rows = string.Concat(Enumerable.Repeat("2\n", 100_000));
        _directory.Write("in.csv", [.. System.Text.Encoding.UTF8.GetBytes("number\n" + rows), 0xE4]);
        _directory.Write("out.csv", "old");

        Assert.Throws<RefusalException>(() => Run("in.csv", "out.csv"));

        Assert.Equal("old", _directory.Read("out.csv"));
        Assert.Equal(["in.csv", "out.csv"], _directory.Names);
    }

    [Theory]
    [InlineData("out.csv")]
    [InlineData("out.tsv")]
    [InlineData("out.jsonl")]
    public void Run_InterruptedThenResumed_GivesSameBytesAsUninterrupted(string output)
    {
        _directory.Write("in.csv", "number\n" + string.Concat(Enumerable.Range(0, 10_000).Select(n => n % 7 == 0 ? "x\n" : $"{n}\n")));
        using var source = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => Run(
            "in.csv", output, cancelAt: 5000, source: source));
        Assert.False(_directory.Has(output));
        File.AppendAllText(_directory.PathTo(output + ".partial"), "half a li");
        File.AppendAllText(_directory.PathTo(output + ".resume"), "99999 0 1");
        var exitCode = Run("in.csv", output, resumes: true);

        Assert.Equal(ExitCodes.SomeRowsFailed, exitCode);
        Run("in.csv", "whole" + Path.GetExtension(output));
        Assert.Equal(_directory.Read("whole" + Path.GetExtension(output)), _directory.Read(output));
        Assert.DoesNotContain(_directory.Names, name => name.EndsWith(".partial", StringComparison.Ordinal));
        Assert.DoesNotContain(_directory.Names, name => name.EndsWith(".resume", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_ResumeOfAnotherCall_IsRefused()
    {
        _directory.Write("in.csv", "number\n2\n");
        _directory.Write("out.csv.partial", "number,square,error\n");
        _directory.Write("out.csv.resume", "krm something else\n1 0 20.\n");

        Assert.Throws<RefusalException>(() => Run("in.csv", "out.csv", resumes: true));
    }

    [Fact]
    public void Run_ResumeWithNothingUnfinished_StartsAfresh()
    {
        _directory.Write("in.csv", "number\n2\n");

        Assert.Equal(ExitCodes.Done, Run("in.csv", "out.csv", resumes: true));

        Assert.Equal("number,square,error\n2,4,\n", _directory.Read("out.csv"));
    }

    [Fact]
    public void Run_InputHasAddedColumn_ReplacesIt()
    {
        _directory.Write("in.csv", "square,number,error\nold,2,old\n");
        using var error = new StringWriter();

        Run("in.csv", "out.csv", error: error);

        Assert.Equal("number,square,error\n2,4,\n", _directory.Read("out.csv"));
        Assert.Contains("square, error", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OutputDirectoryMissing_IsRefused()
    {
        _directory.Write("in.csv", "number\n2\n");

        Assert.Contains(
            "Verzeichnis",
            Assert.Throws<RefusalException>(() => Run("in.csv", "no/out.csv")).Message,
            StringComparison.Ordinal);
    }

    private int Run(
        string input,
        string output,
        bool resumes = false,
        bool failsFast = false,
        TextWriter? error = null,
        int cancelAt = -1,
        CancellationTokenSource? source = null)
    {
        var context = KrmRun.CreateContext(error ?? TextWriter.Null, cancellation: source?.Token ?? default);
        var request = new BatchRequest(
            TableFile.From(_directory.PathTo(input), null, Messages),
            TableFile.From(_directory.PathTo(output), null, Messages),
            resumes,
            failsFast,
            "krm test");
        return new RowBatch(context, request).Run("Test", header =>
        {
            var column = header.Require("number");
            return new RowPlan(["square"], row =>
            {
                if (row.Number == cancelAt)
                {
                    source!.Cancel();
                }

                return int.TryParse(row[column], out var number)
                    ? [[Cell.Number((long)number * number)]]
                    : throw new RowException(Messages.BrokenNumber(header.Place(row, column), "?", "0…9"));
            });
        });
    }
}
