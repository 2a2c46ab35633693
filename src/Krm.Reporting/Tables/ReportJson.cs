using System.Text.Json;
using NodaTime.Text;

namespace Krm.Reporting.Tables;

/// <summary>Writes all tables of a report as one JSON document.</summary>
/// <remarks>
/// The document has <c>title, organization, recipient, from, to, as_of, smallest_count, versions</c> and <c>tables</c>:
/// for each its <c>id, title, columns</c> and <c>rows</c>, a row as object by column id. A withheld number is
/// <c>{"suppressed": true}</c>, a missing one <c>null</c>. Stateless and thread-safe.
/// </remarks>
public static class ReportJson
{
    /// <summary>Writes all tables to a stream in UTF-8; the stream stays open.</summary>
    /// <param name="data">The figures.</param>
    /// <param name="stream">Where to write.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static void Write(ReportData data, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(stream);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("title", data.Header.Title);
        json.WriteString("organization", data.Header.Organization);
        json.WriteString("recipient", data.Header.Recipient);
        json.WriteString("from", LocalDatePattern.Iso.Format(data.Header.From));
        json.WriteString("to", LocalDatePattern.Iso.Format(data.Header.To));
        json.WriteString("as_of", LocalDatePattern.Iso.Format(data.Header.AsOf));
        json.WriteNumber("smallest_count", data.Method.SmallestCount);
        json.WriteStartObject("versions");
        foreach (var version in data.Method.Versions.DistinctBy(version => version.Name))
        {
            json.WriteString(version.Name, version.Version);
        }

        json.WriteEndObject();
        json.WriteStartArray("tables");
        foreach (var table in ReportTables.Of(data))
        {
            WriteTable(json, table);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTable(Utf8JsonWriter json, ReportTable table)
    {
        json.WriteStartObject();
        json.WriteString("id", table.Id);
        json.WriteString("title", table.Title);
        json.WriteStartObject("columns");
        foreach (var column in table.Columns)
        {
            json.WriteString(column.Id, column.Title);
        }

        json.WriteEndObject();
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            for (var index = 0; index < row.Count; index++)
            {
                json.WritePropertyName(table.Columns[index].Id);
                WriteCell(json, row[index]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, ReportCell cell)
    {
        if (cell.IsSuppressed)
        {
            json.WriteStartObject();
            json.WriteBoolean("suppressed", true);
            json.WriteEndObject();
        }
        else if (cell.Number is { } number)
        {
            json.WriteNumberValue(number);
        }
        else if (cell.ToInvariant() is { Length: > 0 } text)
        {
            json.WriteStringValue(text);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
