using System.CommandLine;
using Krm.Cli.Cases;
using Krm.Rules;
using Krm.Rules.Tracing;

namespace Krm.Cli.Commands.Rules;

/// <summary><c>krm rules show</c>: one rule set as a table a department head can read.</summary>
internal sealed class RulesShowCommand : CliCommand
{
    private readonly Argument<string> _ruleSet;
    private readonly Option<bool> _json;

    public RulesShowCommand(Language language)
        : base("show", language.Choose("ein Regelwerk als lesbare Tabelle (Markdown)", "one rule set as a readable table (Markdown)"))
    {
        _ruleSet = RulesCommand.RuleSetArgument("ID", language);
        Add(_ruleSet);
        _json = AddOption<bool>("--json", language.Choose("das Dokument selbst, als Vorlage für ein eigenes", "the document itself, to start one's own from"), string.Empty);
        Examples = ["rules show harburg", "rules show harburg --json > eigenes.regelwerk.json"];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var name = arguments.GetRequiredValue(_ruleSet);
        var ruleSet = RuleSetSource.Load(name, context.Messages);
        context.WriteResult(!arguments.GetValue(_json) ? RuleSetDocument.Write(ruleSet)
            : ShippedRuleSets.Ids.Contains(name) ? ShippedRuleSets.GetSource(name)
            : ruleSet.ToJson());
        return ExitCodes.Done;
    }
}
