using System.CommandLine;
using System.Globalization;
using Krm.Cli.MainJob;
using Krm.Reporting;
using NodaTime;

namespace Krm.Cli.Commands;

/// <summary>The options of <c>krm report</c> that choose period, recipient and unit.</summary>
internal sealed class ReportChoice
{
    private const string Allowed = "yearly:JJJJ, half-yearly:JJJJ-1, half-yearly:JJJJ-2";
    private readonly Option<string> _preset;
    private readonly Option<string> _recipient;
    private readonly Option<string> _organization;
    private readonly Option<string> _unit;
    private readonly Option<string> _from;
    private readonly Option<string> _to;

    public ReportChoice(Command command, Language language)
    {
        _preset = Create("--preset", "yearly:2026|half-yearly:2026-1", "Jahresbericht oder halbjährliche Eigenüberwachung (RAL)", "yearly report or half-yearly monitoring (RAL)");
        _organization = Create("--organization", "TEXT", "wer berichtet", "who reports");
        _recipient = Create("--recipient", "TEXT", "für wen, etwa Beirat", "for whom");
        _unit = Create("--unit", "NAME", "nur Vorgänge dieser Stelle", "only cases of this unit");
        _from = Create("--from", "DATE", "erster Tag des Eingangs", "first day of receipt");
        _to = Create("--to", "DATE", "letzter Tag des Eingangs", "last day of receipt");

        Option<string> Create(string name, string helpName, string german, string english)
        {
            var option = new Option<string>(name) { Description = language.Choose(german, english), HelpName = helpName };
            command.Add(option);
            return option;
        }
    }

    /// <summary>The options of the report.</summary>
    /// <exception cref="RefusalException">A day or preset is not readable, or the period ends before it begins.</exception>
    public ReportOptions Read(ParseResult arguments, ReportRecord record, CommandContext context)
    {
        var options = arguments.GetValue(_preset) is { } preset
            ? ReadPreset(preset, record.AsOf, context)
            : new ReportOptions { AsOf = record.AsOf };
        var from = RuleSetOptions.ReadDay(arguments, _from, context) ?? options.From;
        var to = RuleSetOptions.ReadDay(arguments, _to, context) ?? options.To;
        if (from > (to ?? options.AsOf))
        {
            throw new RefusalException(context.Messages.NotAllowed(
                "--from", $"{from:uuuu-MM-dd}", context.Language.Choose($"Tage bis {to ?? options.AsOf:uuuu-MM-dd}", $"days up to {to ?? options.AsOf:uuuu-MM-dd}")));
        }

        return options with
        {
            From = from,
            To = to,
            Organization = arguments.GetValue(_organization) ?? options.Organization,
            Recipient = arguments.GetValue(_recipient) ?? options.Recipient,
            Unit = arguments.GetValue(_unit),
            Versions = record.Versions,
        };
    }

    /// <summary>A preset; its period may not be over on the day of the run, which stays the day of the report.</summary>
    private static ReportOptions ReadPreset(string text, LocalDate asOf, CommandContext context)
    {
        var parts = text.Split(':', '-');
        if (text.StartsWith("yearly:", StringComparison.Ordinal) && parts.Length == 2 && TryYear(parts[1], out var year))
        {
            return ReportPresets.Yearly("", year, asOf)[0] with { Recipient = "" };
        }

        // "half-yearly" has a hyphen of its own.
        return text.StartsWith("half-yearly:", StringComparison.Ordinal) && parts.Length == 4
            && TryYear(parts[2], out year) && parts[3] is "1" or "2"
            ? ReportPresets.HalfYearlyMonitoring("", year, parts[3] == "1" ? 1 : 2, asOf)
            : throw new RefusalException(context.Messages.NotAllowed("--preset", $"„{text}“", Allowed));
    }

    private static bool TryYear(string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 1990 and <= 2100;
}
