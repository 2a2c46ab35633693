using System.CommandLine;

namespace Krm.Cli.Commands.Rules;

/// <summary><c>krm rules</c>: look at, check, test and compare rule sets.</summary>
internal sealed class RulesCommand : CliCommand
{
    public RulesCommand(Language language)
        : base("rules", language.Choose("Regelwerke ansehen, prüfen, testen, vergleichen", "look at, check, test and compare rule sets"))
    {
        Add(new RulesListCommand(language));
        Add(new RulesShowCommand(language));
        Add(new RulesCheckCommand(language));
        Add(new RulesTestCommand(language));
        Add(new RulesDiffCommand(language));
        Add(new RulesTableCommand(language));
        Examples = ["rules list", "rules show harburg", "rules check eigenes.regelwerk.json"];
    }

    protected override int Execute(ParseResult arguments, CommandContext context) =>
        throw new RefusalException(context.Language.Choose(
            "krm rules braucht eines von list, show, check, test, diff, table.", "krm rules needs one of list, show, check, test, diff, table."));

    /// <summary>The argument that names a rule set by id or file.</summary>
    public static Argument<string> RuleSetArgument(string name, Language language) => new(name)
    {
        Description = language.Choose("mitgeliefertes Regelwerk oder Datei", "shipped rule set or file"),
    };
}
