using System.CommandLine;
using Krm.Calendar.Holidays;
using Krm.Cli.Cases;
using Krm.Cli.Tables;
using Krm.Rules;
using NodaTime;

namespace Krm.Cli.Commands;

/// <summary>The options that name a rule set, its Land and the day that is looked at.</summary>
internal sealed class RuleSetOptions
{
    private readonly Option<string> _ruleSet;
    private readonly Option<string> _land;
    private readonly Option<string> _asOf;

    public RuleSetOptions(Command command, Language language)
    {
        _ruleSet = new("--ruleset")
        {
            Description = language.Choose("mitgeliefertes Regelwerk oder Datei", "shipped rule set or file"),
            HelpName = "ID|FILE",
            Required = true,
        };
        _land = new("--land")
        {
            Description = language.Choose("Land, dessen Feiertage gelten (sonst das des Regelwerks)", "Land whose holidays count (else that of the rule set)"),
            HelpName = "LAND",
        };
        _asOf = CreateAsOf(language);
        foreach (var option in new Option[] { _ruleSet, _land, _asOf })
        {
            command.Add(option);
        }
    }

    public static Option<string> CreateAsOf(Language language) => new("--as-of")
    {
        Description = language.Choose("Stichtag", "the day that is looked at"),
        HelpName = "DATE",
    };

    /// <summary>The day of an option; null where it is not given.</summary>
    /// <exception cref="RefusalException">Not a date.</exception>
    public static LocalDate? ReadDay(ParseResult arguments, Option<string> option, CommandContext context)
    {
        if (arguments.GetValue(option) is not { } text)
        {
            return null;
        }

        return IsoDate.TryParse(text, out var day)
            ? day
            : throw new RefusalException(context.Messages.BrokenDate(option.Name, $"„{text}“"));
    }

    public RuleSet ReadRuleSet(ParseResult arguments, CommandContext context) =>
        RuleSetSource.Load(arguments.GetRequiredValue(_ruleSet), context.Messages);

    public LocalDate? ReadAsOf(ParseResult arguments, CommandContext context) => ReadDay(arguments, _asOf, context);

    public Bundesland ReadLand(ParseResult arguments, RuleSet ruleSet, CommandContext context)
    {
        var code = arguments.GetValue(_land) ?? ruleSet.Land;
        return code.Length == 0
            ? throw new RefusalException(context.Messages.NotAllowed("--land", context.Messages.Nothing, Laender.AllCodes))
            : Laender.Parse(code, "--land", context.Messages);
    }
}
