using System.CommandLine;
using System.Text;
using Krm.Rules;

namespace Krm.Cli.Commands.Rules;

/// <summary><c>krm rules list</c>: the shipped rule sets.</summary>
internal sealed class RulesListCommand : CliCommand
{
    public RulesListCommand(Language language)
        : base("list", language.Choose("die mitgelieferten Regelwerke", "the shipped rule sets")) =>
        Examples = ["rules list"];

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var text = new StringBuilder();
        foreach (var ruleSet in ShippedRuleSets.Ids.Select(ShippedRuleSets.Get))
        {
            text.Append(ruleSet.Id.PadRight(14)).Append(ruleSet.Version.PadRight(8)).Append(ruleSet.Title).Append('\n');
        }

        context.WriteResult(text.ToString());
        return ExitCodes.Done;
    }
}
