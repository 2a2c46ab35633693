using Krm.Cli.Tables;

namespace Krm.Cli.Tests;

/// <summary>Reads a written table back and makes sure that every row is whole.</summary>
internal static class TableRows
{
    public static IReadOnlyList<TableRow> Read(string path)
    {
        var messages = new Messages(Language.German);
        using var reader = TableFile.From(path, null, messages).OpenRead(KrmRun.CreateContext(TextWriter.Null).Console, messages);
        var rows = reader.ReadRows().ToList();
        Assert.All(rows, row => Assert.Null(row.Problem));
        return rows;
    }
}
