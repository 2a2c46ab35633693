using System.CommandLine;
using System.Globalization;
using Krm.Analytics.Causes;
using Krm.Analytics.Counting;

namespace Krm.Cli.Findings;

/// <summary>The options that say what is counted and how strictly findings are judged.</summary>
internal sealed class CauseOptions
{
    private readonly Option<string> _by;
    private readonly Option<string> _period;
    private readonly Option<double?> _rate;

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
        Option[] judging = withRate ? [_rate] : [];
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

    public CauseDetectorOptions ReadDetection(ParseResult arguments, Messages messages) =>
        arguments.GetValue(_rate) switch
        {
            null => CauseDetectorOptions.Default,
            > 0 and < 1 and var rate => CauseDetectorOptions.Default with { FalseDiscoveryRate = rate },
            { } rate => throw new RefusalException(messages.NotAllowed(
                "--fdr", rate.ToString(CultureInfo.InvariantCulture), "0 < P < 1")),
        };
}
