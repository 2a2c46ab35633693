using System.CommandLine;
using System.Text;
using System.Text.Json;
using Krm.Calendar.Holidays;
using Krm.Calendar.ICalendar;
using Krm.Cli.Batches;
using Krm.Cli.Tables;

namespace Krm.Cli.Commands;

/// <summary><c>krm holidays</c>: the public holidays of a Land with their legal basis.</summary>
internal sealed class HolidaysCommand : CliCommand
{
    private static readonly string[] Columns = ["land", "date", "id", "name", "scope", "legal_basis"];

    private readonly Option<string> _land;
    private readonly Option<int?> _from;
    private readonly Option<int?> _to;
    private readonly Option<string> _municipality;
    private readonly Option<string> _format;
    private readonly Option<string> _output;

    public HolidaysCommand(Language language)
        : base("holidays", language.Choose(
            "gesetzliche Feiertage eines Landes mit Rechtsgrundlage",
            "public holidays of a Land with their legal basis"))
    {
        _land = AddOption<string>("--land", language.Choose("Land, z. B. BY", "Land, e.g. BY"), "LAND", isRequired: true);
        _from = AddOption<int?>("--from", language.Choose("erstes Jahr (sonst dieses)", "first year (else this one)"), "YEAR");
        _to = AddOption<int?>("--to", language.Choose("letztes Jahr (sonst das erste)", "last year (else the first)"), "YEAR");
        _municipality = AddOption<string>(
            "--municipality", language.Choose("Gemeindeschlüssel (AGS), 8 Ziffern", "municipality key (AGS), 8 digits"), "AGS");
        _format = AddOption<string>("--format", language.Choose("Format der Ausgabe (sonst csv)", "format of the output (else csv)"), "csv|json|ics");
        _format.AcceptOnlyFromAmong("csv", "json", "ics");
        _output = AddOption<string>("--output", language.Choose("Ausgabe (sonst -)", "output (else -)"), "FILE");
        Examples =
        [
            "holidays --land BY --from 2026",
            "holidays --land SN --from 2026 --to 2030 --municipality 14625240 --format json --output feiertage.json",
        ];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var land = Laender.Parse(arguments.GetRequiredValue(_land), "--land", context.Messages);
        var municipality = ReadMunicipality(arguments, land, context);
        var first = ReadYear(arguments.GetValue(_from) ?? context.Console.Today.Year, "--from", context);
        var last = ReadYear(arguments.GetValue(_to) ?? first, "--to", context);
        var years = Enumerable.Range(first, Math.Max(0, last - first + 1)).ToArray();
        var data = HolidayData.Germany;
        var holidays = years.SelectMany(year => data.GetHolidays(land, year, municipality)).ToArray();
        NoteUncertain(land, municipality, years, context);

        var format = arguments.GetValue(_format) ?? "csv";
        var output = arguments.GetValue(_output) ?? TableFile.StandardStream;
        if (output == TableFile.StandardStream)
        {
            Write(context.Console.StandardOutput, holidays, format, context);
            context.Console.StandardOutput.Flush();
        }
        else
        {
            OutputFile.Write(output, context.Messages, stream => Write(stream, holidays, format, context));
        }

        return ExitCodes.Done;
    }

    private MunicipalityKey? ReadMunicipality(ParseResult arguments, Bundesland land, CommandContext context)
    {
        if (arguments.GetValue(_municipality) is not { } text)
        {
            return null;
        }

        return MunicipalityKey.TryParse(text, out var key) && key.Land == land
            ? key
            : throw new RefusalException(context.Messages.NotAllowed(
                "--municipality",
                $"„{text}“",
                context.Language.Choose($"acht Ziffern einer Gemeinde in {land.Code()}", $"eight digits of a municipality in {land.Code()}")));
    }

    private static int ReadYear(int year, string option, CommandContext context) =>
        year is >= HolidayData.FirstYear and <= HolidayData.LastYear
            ? year
            : throw new RefusalException(context.Messages.NotAllowed(
                option, $"„{year}“", $"{HolidayData.FirstYear} … {HolidayData.LastYear}"));

    /// <summary>Whether a municipality keeps a holiday is never guessed.</summary>
    private static void NoteUncertain(Bundesland land, MunicipalityKey? municipality, int[] years, CommandContext context)
    {
        if (municipality is null)
        {
            return;
        }

        var names = years
            .SelectMany(year => HolidayData.Germany.GetUncertainHolidays(land, year, municipality))
            .Select(holiday => holiday.Name).Distinct().ToArray();
        if (names.Length > 0)
        {
            context.Note(context.Language.Choose(
                $"Nicht in der Liste, weil für diese Gemeinde unbekannt: {string.Join(", ", names)}.",
                $"Not listed, because unknown for this municipality: {string.Join(", ", names)}."));
        }
    }

    private static void Write(Stream stream, IReadOnlyList<Holiday> holidays, string format, CommandContext context)
    {
        switch (format)
        {
            case "json":
                WriteJson(stream, holidays);
                break;
            case "ics":
                // A calendar entry carries the moment it was made; the day is exact enough and keeps a repeated call equal.
                var stamp = context.Console.Today.AtMidnight().InUtc().ToInstant();
                stream.Write(Encoding.UTF8.GetBytes(ICalendarExport.WriteHolidays(holidays, stamp)));
                break;
            default:
                WriteCsv(stream, holidays);
                break;
        }
    }

    private static void WriteCsv(Stream stream, IReadOnlyList<Holiday> holidays)
    {
        using var writer = new CsvTableWriter(stream, Columns, isContinued: false);
        foreach (var holiday in holidays)
        {
            writer.Write([.. Values(holiday).Select(value => new Cell(value))]);
        }
    }

    private static void WriteJson(Stream stream, IReadOnlyList<Holiday> holidays)
    {
        using var json = new Utf8JsonWriter(stream, JsonOutput.Indented);
        json.WriteStartArray();
        foreach (var holiday in holidays)
        {
            json.WriteStartObject();
            foreach (var (name, value) in Columns.Zip(Values(holiday)))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static string[] Values(Holiday holiday) =>
    [
        holiday.Land.Code(),
        IsoDate.Format(holiday.Date),
        holiday.Id,
        holiday.Name,
        holiday.Scope == HolidayScope.Land ? "land" : "municipality",
        holiday.LegalBasis,
    ];
}
