using System.Text;
using Krm.Cli.Tables;

namespace Krm.Cli.Tests.Tables;

public sealed class TableFileTests : IDisposable
{
    private static readonly Messages Messages = new(Language.German);
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("id,text\n1,\"a, b\"\n", "a.csv")]
    [InlineData("id;text\n1;a, b\n", "a.csv")]
    [InlineData("\"id\";\"text,more\";x\n1;a, b;\n", "a.csv")]
    [InlineData("id\ttext\n1\ta, b\n", "a.tsv")]
    [InlineData("{\"id\":\"1\",\"text\":\"a, b\"}\n", "a.jsonl")]
    [InlineData("\uFEFFid,text\r\n1,\"a, b\"\r\n", "a.CSV")]
    public void OpenRead_EachFormat_ReadsSameCells(string content, string name)
    {
        var rows = ReadAll(_directory.Write(name, content));

        Assert.Equal(["1", "a, b"], rows.Single().Cells.Take(2).Select(cell => cell.Text));
        Assert.Null(rows.Single().Problem);
    }

    [Fact]
    public void OpenRead_QuotedLineBreaks_CountsLinesOfTheFile()
    {
        var rows = ReadAll(_directory.Write("a.csv", "id,text\n1,\"a\nb\"\n\n2,c\n"));

        Assert.Equal([2L, 5L], rows.Select(row => row.Line));
        Assert.Equal([1L, 2L], rows.Select(row => row.Number));
    }

    [Theory]
    [InlineData("a.csv", "")]
    [InlineData("a.csv", "\n\n")]
    [InlineData("a.csv", "\uFEFF")]
    [InlineData("a.tsv", "")]
    [InlineData("a.jsonl", "")]
    public void OpenRead_EmptyFile_IsRefusedWithLine(string name, string content)
    {
        var message = Refuse(_directory.Write(name, content));

        Assert.Contains("Zeile 1", message, StringComparison.Ordinal);
        Assert.Contains("leer", message, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenRead_Windows1252_NamesFirstBadByteAndHint()
    {
        byte[] content = [.. "id,text\n1,gut\n2,M"u8, 0xFC, .. "ll\n"u8];

        var message = Refuse(_directory.Write("a.csv", content));

        Assert.Contains("Zeile 3, Zeichen 4: Byte 0xFC", message, StringComparison.Ordinal);
        Assert.Contains("WINDOWS-1252", message, StringComparison.Ordinal);
        Assert.DoesNotContain("ll", message.Split("Byte")[0].Split(':')[^2], StringComparison.Ordinal);
    }

    [Fact]
    public void OpenRead_BadByteFarInTheFile_CountsCharactersNotBytes()
    {
        var lines = string.Concat(Enumerable.Repeat("1,ööö€𝄞\n", 40_000));
        byte[] content = [.. Encoding.UTF8.GetBytes("id,text\n" + lines + "7,ä€𝄞"), 0x80, .. "\n"u8];

        var message = Refuse(_directory.Write("a.csv", content));

        Assert.Contains("Zeile 40002, Zeichen 6: Byte 0x80", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x69, 0x00 }, "UTF-16")]
    [InlineData(new byte[] { 0x69, 0x00, 0x64, 0x00 }, "UTF-16")]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x00, 0x00 }, "Excel")]
    [InlineData(new byte[] { 0x69, 0x0A, 0xC3 }, "Zeile 2, Zeichen 1")]
    public void OpenRead_ForeignBytes_AreRefusedWithHint(byte[] content, string hint) =>
        Assert.Contains(hint, Refuse(_directory.Write("a.csv", content)), StringComparison.Ordinal);

    [Fact]
    public void OpenRead_DuplicateColumn_IsRefused() =>
        Assert.Contains("Spalten 1 und 3", Refuse(_directory.Write("a.csv", "id,text,id\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData("id,text\n1,\"never closed\n2,x\n", "Zeile 2")]
    [InlineData("id,\"text\n1,x\n", "Zeile 1")]
    public void OpenRead_UnclosedQuote_IsRefusedWithLine(string content, string line)
    {
        var message = Refuse(_directory.Write("a.csv", content));

        Assert.Contains(line, message, StringComparison.Ordinal);
        Assert.DoesNotContain("never", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.csv", "id,text\n1,a,surplus\n2,b\n")]
    [InlineData("a.csv", "id,text\n1\n2,b\n")]
    [InlineData("a.tsv", "id\ttext\n1\ta\tsurplus\n2\tb\n")]
    [InlineData("a.csv", "id,text\n1,\"a\"surplus\n2,b\n")]
    [InlineData("a.jsonl", "{\"id\":\"1\",\"text\":}\n{\"id\":\"2\",\"text\":\"b\"}\n")]
    [InlineData("a.jsonl", "[1]\n{\"id\":\"2\",\"text\":\"b\"}\n")]
    [InlineData("a.jsonl", "{\"id\":\"1\",\"id\":\"1\"}\n{\"id\":\"2\",\"text\":\"b\"}\n")]
    [InlineData("a.jsonl", "{\"id\":\"\\ud800\"}\n{\"id\":\"2\",\"text\":\"b\"}\n")]
    public void ReadRows_BadRow_KeepsItWithProblem(string name, string content)
    {
        var rows = ReadAll(_directory.Write(name, content));

        Assert.Equal(2, rows.Count);
        Assert.Contains("Zeile ", rows[0].Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("surplus", rows[0].Problem, StringComparison.Ordinal);
        Assert.Null(rows[1].Problem);
        Assert.Equal("b", rows[1].Cells[^1].Text);
    }

    [Fact]
    public void ReadRows_JsonlWithLateNames_CollectsAllColumns()
    {
        var rows = ReadAll(_directory.Write("a.jsonl", "{\"a\":1}\n{\"b\":[1,2],\"a\":null}\n"));

        Assert.Equal(["1", ""], rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal(["", "[1,2]"], rows[1].Cells.Select(cell => cell.Text));
        Assert.All(rows, row => Assert.Null(row.Problem));
    }

    [Fact]
    public void Require_MisspeltColumn_NamesNearestButNeverText()
    {
        using var reader = Open(_directory.Write("a.csv", "recieved,id,Der Bus kam wieder nicht\n"));

        var message = Assert.Throws<RefusalException>(() => reader.Header.Require("received")).Message;

        Assert.Contains("„received“ fehlt. Vorhanden: recieved, id.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.csv", "gibt es nicht")]
    [InlineData("no/such/directory/a.csv", "gibt es nicht")]
    public void OpenRead_NoSuchFile_IsRefused(string name, string expected) =>
        Assert.Contains(expected, Refuse(_directory.PathTo(name)), StringComparison.Ordinal);

    [Fact]
    public void From_UnknownEnding_NamesAllowedOnes() =>
        Assert.Contains(
            ".csv, .tsv und .jsonl",
            Assert.Throws<RefusalException>(() => TableFile.From("a.xlsx", null, Messages)).Message,
            StringComparison.Ordinal);

    private static TableReader Open(string path) =>
        TableFile.From(path, null, Messages).OpenRead(KrmRun.CreateContext(TextWriter.Null).Console, Messages);

    private static List<TableRow> ReadAll(string path)
    {
        using var reader = Open(path);
        return [.. reader.ReadRows()];
    }

    private static string Refuse(string path) =>
        Assert.Throws<RefusalException>(() => ReadAll(path)).Message;
}
