using System.Text;
using System.Text.Json;
using Krm.Calendar.Holidays;
using Krm.Calendar.ICalendar;
using Krm.Cli.Tables;
using NodaTime;

namespace Krm.Cli.Commands;

/// <summary>Writes holidays as CSV, JSON or iCalendar.</summary>
/// <remarks>
/// Holidays of which nobody knows whether the municipality keeps them are rows with a scope of their own, so that
/// whoever reads the table sees them; a calendar program could not, so iCalendar leaves them out.
/// </remarks>
internal sealed class HolidayFormats(IReadOnlyList<Holiday> holidays, IReadOnlyList<Holiday> uncertain, LocalDate today)
{
    public const string Csv = "csv";
    public const string Json = "json";
    public const string ICalendar = "ics";
    public const string UnknownScope = "unknown";

    private static readonly string[] Columns = ["land", "date", "id", "name", "scope", "legal_basis"];

    public void Write(Stream stream, string format)
    {
        switch (format)
        {
            case Json:
                WriteJson(stream);
                break;
            case ICalendar:
                var stamp = today.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
                stream.Write(Encoding.UTF8.GetBytes(ICalendarExport.WriteHolidays(holidays, stamp)));
                break;
            default:
                WriteCsv(stream);
                break;
        }
    }

    private void WriteCsv(Stream stream)
    {
        using var writer = new CsvTableWriter(stream, Columns, isContinued: false);
        foreach (var row in Rows())
        {
            writer.Write([.. row.Select(value => new Cell(value))]);
        }
    }

    private void WriteJson(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, JsonOutput.Indented);
        json.WriteStartArray();
        foreach (var row in Rows())
        {
            json.WriteStartObject();
            foreach (var (name, value) in Columns.Zip(row))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private IEnumerable<string[]> Rows() => holidays
        .Select(holiday => (Holiday: holiday, Scope: holiday.Scope == HolidayScope.Land ? "land" : "municipality"))
        .Concat(uncertain.Select(holiday => (Holiday: holiday, Scope: UnknownScope)))
        .OrderBy(row => row.Holiday.Date)
        .Select(row => new[]
        {
            row.Holiday.Land.Code(), IsoDate.Format(row.Holiday.Date), row.Holiday.Id, row.Holiday.Name, row.Scope, row.Holiday.LegalBasis,
        });
}
