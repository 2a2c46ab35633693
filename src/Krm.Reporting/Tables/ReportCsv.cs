using System.Text;

namespace Krm.Reporting.Tables;

/// <summary>Writes a table as CSV (RFC 4180) that programs read: comma, ISO 8601 dates, decimal point.</summary>
/// <remarks>
/// A withheld number is an empty field, as is a missing one; the last column <c>suppressed</c> names the columns that are
/// withheld. A text that a spreadsheet would take for a formula gets an apostrophe in front. Stateless and thread-safe.
/// </remarks>
public static class ReportCsv
{
    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="writer">Where to write; stays open.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static void Write(ReportTable table, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(writer);
        WriteLine(writer, [.. table.Columns.Select(column => column.Id), "suppressed"]);
        foreach (var row in table.Rows)
        {
            var suppressed = table.Columns.Where((_, index) => row[index].IsSuppressed).Select(column => column.Id);
            WriteLine(writer, [.. row.Select(cell => cell.IsText ? Harmless(cell.ToInvariant()) : cell.ToInvariant()), string.Join(' ', suppressed)]);
        }
    }

    private static void WriteLine(TextWriter writer, IReadOnlyList<string> fields)
    {
        var line = new StringBuilder();
        for (var index = 0; index < fields.Count; index++)
        {
            line.Append(index == 0 ? "" : ",").Append(Quote(fields[index]));
        }

        writer.Write(line.Append("\r\n"));
    }

    private static string Harmless(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;

    private static string Quote(string field) => field.AsSpan().IndexOfAny("\",\r\n") < 0
        ? field
        : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
