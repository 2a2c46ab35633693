using System.CommandLine;
using System.Globalization;
using Krm.Analytics.Causes;
using Krm.Analytics.Causes.Events;
using Krm.Analytics.Counting;
using Krm.Cli.Commands;
using Krm.Cli.Tables;

namespace Krm.Cli.Findings;

/// <summary>The options that say what is counted and how strictly findings are judged.</summary>
internal sealed class CauseOptions
{
    private readonly Option<string> _by;
    private readonly Option<string> _period;
    private readonly Option<double?> _rate;
    private readonly Option<string> _rateMethod;
    private readonly Option<string?> _events;

    /// <param name="command">The command that gets the options.</param>
    /// <param name="language">The language of the help.</param>
    /// <param name="withRate">Whether findings are judged as well.</param>
    public CauseOptions(Command command, Language language, bool withRate = true)
    {
        _by = new("--by")
        {
            Description = language.Choose("Spalten, nach denen gezählt wird, gröbste zuerst", "columns to count by, coarsest first"),
            HelpName = "COL,COL",
        };
        _period = new("--period")
        {
            Description = language.Choose("Zeitraum (sonst week)", "period (else week)"),
            HelpName = "week|month",
            DefaultValueFactory = _ => "week",
        };
        _period.AcceptOnlyFromAmong("week", "month");
        _rate = new("--fdr")
        {
            Description = language.Choose("Anteil falscher Funde, der hingenommen wird (sonst 0.05)", "share of false findings accepted (else 0.05)"),
            HelpName = "P",
        };
        _rateMethod = new("--fdr-method")
        {
            Description = language.Choose(
                "wie dieser Anteil eingehalten wird: bh (sonst) oder by, das bei jeder Abhängigkeit der Reihen gilt",
                "how that share is kept: bh (default) or by, which holds for any dependence of the series"),
            HelpName = "bh|by",
            DefaultValueFactory = _ => "bh",
        };
        _rateMethod.AcceptOnlyFromAmong("bh", "by");
        _events = new("--events")
        {
            Description = language.Choose(
                "Kalender der Anlässe wie Bescheidversand (Spalten date, kind, auch size); erklärt wiederkehrende Spitzen, auch wenn sie wandern",
                "calendar of events such as mailings (columns date, kind, also size); explains recurring peaks, also where they move"),
            HelpName = "FILE",
        };
        Option[] judging = withRate ? [_rate, _rateMethod, _events] : [];
        foreach (var option in new Option[] { _by, _period }.Concat(judging))
        {
            command.Add(option);
        }
    }

    /// <summary>The columns to count by; empty where none are named.</summary>
    public IReadOnlyList<string> ReadBy(ParseResult arguments) =>
        (arguments.GetValue(_by) ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The plan of a count.</summary>
    /// <exception cref="RefusalException">A column is named twice, or there are too many.</exception>
    public CountPlan ReadPlan(ParseResult arguments, IReadOnlyList<string> by, Messages messages)
    {
        try
        {
            return new CountPlan(arguments.GetValue(_period) == "month" ? PeriodKind.Month : PeriodKind.Week, by);
        }
        catch (ArgumentException)
        {
            throw new RefusalException(messages.WrongDimensions(CountPlan.MaximumDimensions));
        }
    }

    /// <summary>How findings are judged.</summary>
    /// <exception cref="RefusalException">A rate is out of range, or the calendar of events is bad.</exception>
    public CauseDetectorOptions ReadDetection(ParseResult arguments, CommandContext context)
    {
        var rate = arguments.GetValue(_rate) ?? CauseDetectorOptions.Default.FalseDiscoveryRate;
        return rate is > 0 and < 1
            ? CauseDetectorOptions.Default with
            {
                FalseDiscoveryRate = rate,
                FalseDiscoveryMethod = arguments.GetValue(_rateMethod) == "by" ? FalseDiscoveryMethod.BenjaminiYekutieli : FalseDiscoveryMethod.BenjaminiHochberg,
                Events = arguments.GetValue(_events) is { } path
                    ? EventsTable.Read(TableFile.From(path, TableFormat.Csv, context.Messages), context.Console, context.Messages)
                    : EventCalendar.Empty,
            }
            : throw new RefusalException(context.Messages.NotAllowed("--fdr", rate.ToString(CultureInfo.InvariantCulture), "0 < P < 1"));
    }
}
