using FsCheck;
using FsCheck.Fluent;
using Krm.Cli.Tables;

namespace Krm.Cli.Tests.Tables;

public sealed class RoundTripTests
{
    private static readonly Messages Messages = new(Language.German);

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements("", " ", "\"", ",", ";", "\t", "\n", "\r\n", "'", "a\"b", "Müll, groß; \"neu\"\nhier", "𝄞", "0123"),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => Clean(text.Get)));

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.jsonl")]
    public void Write_ThenRead_ReturnsSame(string name) => Check(name, text => text);

    [Fact]
    public void WriteTsv_ThenRead_ReturnsSameUpToBreaks() => Check(
        "a.tsv",
        text => text.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' '));

    private static void Check(string name, Func<string, string> expected)
    {
        using var directory = new TemporaryDirectory();
        var tables =
            from width in Gen.Choose(2, 4)
            from rows in Gen.ListOf(Gen.ArrayOf(Texts, width))
            select (width, rows);
        Prop.ForAll(tables.ToArbitrary(), table =>
        {
            var file = TableFile.From(directory.PathTo(name), null, Messages);
            Write(file, table.width, table.rows);
            var wanted = table.rows.Select(row => row.Select(expected).ToArray());
            return Read(file).Select(row => row.Cells.Select(cell => cell.Text).ToArray())
                .SequenceEqual(wanted, new SequenceComparer()) || table.rows.Count == 0;
        }).QuickCheckThrowOnFailure();
    }

    private static void Write(TableFile file, int width, IEnumerable<string[]> rows)
    {
        using var stream = File.Create(file.Path);
        using var writer = file.CreateWriter(stream, [.. Enumerable.Range(0, width).Select(index => $"c{index}")], false);
        foreach (var row in rows)
        {
            writer.Write([.. row.Select(text => new Cell(text))]);
        }
    }

    private static List<TableRow> Read(TableFile file)
    {
        if (file.Format == TableFormat.Jsonl && new FileInfo(file.Path).Length == 0)
        {
            return [];
        }

        using var reader = file.OpenRead(KrmRun.CreateContext(TextWriter.Null).Console, Messages);
        return [.. reader.ReadRows()];
    }

    /// <summary>Half surrogates are no text and cannot be written as UTF-8.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFD));

    private sealed class SequenceComparer : IEqualityComparer<string[]>
    {
        public bool Equals(string[]? x, string[]? y) => x!.SequenceEqual(y!);

        public int GetHashCode(string[] obj) => obj.Length;
    }
}
