using System.CommandLine;
using Krm.Calendar.Holidays;
using Krm.Cli.Batches;
using Krm.Cli.Tables;

namespace Krm.Cli.Commands;

/// <summary><c>krm holidays</c>: the public holidays of a Land with their legal basis.</summary>
internal sealed class HolidaysCommand : CliCommand
{
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
        _format.AcceptOnlyFromAmong(HolidayFormats.Csv, HolidayFormats.Json, HolidayFormats.ICalendar);
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
        var holidays = years.SelectMany(year => HolidayData.Germany.GetHolidays(land, year, municipality)).ToArray();
        var uncertain = municipality is null
            ? []
            : years.SelectMany(year => HolidayData.Germany.GetUncertainHolidays(land, year, municipality)).ToArray();
        NoteUncertain(uncertain, context);

        var formats = new HolidayFormats(holidays, uncertain, context.Console.Today);
        var format = arguments.GetValue(_format) ?? HolidayFormats.Csv;
        var output = arguments.GetValue(_output) ?? TableFile.StandardStream;
        if (output == TableFile.StandardStream)
        {
            formats.Write(context.Console.StandardOutput, format);
            context.Console.StandardOutput.Flush();
        }
        else
        {
            OutputFile.Write(output, context.Messages, stream => formats.Write(stream, format));
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
    private static void NoteUncertain(Holiday[] uncertain, CommandContext context)
    {
        if (uncertain.Length > 0)
        {
            var names = string.Join(", ", uncertain.Select(holiday => holiday.Name).Distinct());
            context.Note(context.Language.Choose(
                $"Ob die Gemeinde diese Feiertage hat, ist nicht bekannt (scope „{HolidayFormats.UnknownScope}“): {names}.",
                $"Whether the municipality keeps these holidays is not known (scope “{HolidayFormats.UnknownScope}”): {names}."));
        }
    }
}
