using System.CommandLine;
using System.Globalization;
using System.Text;
using Krm.Calendar.Holidays;
using Krm.Cli.Cases;
using Krm.Rules.Testing;

namespace Krm.Cli.Commands.Rules;

/// <summary><c>krm rules test</c>: the test cases inside a rule set.</summary>
internal sealed class RulesTestCommand : CliCommand
{
    private readonly Argument<string> _ruleSet;
    private readonly Option<string> _land;

    public RulesTestCommand(Language language)
        : base("test", language.Choose("die Prüffälle im Regelwerk ausführen", "run the test cases inside the rule set"))
    {
        _ruleSet = RulesCommand.RuleSetArgument("FILE", language);
        Add(_ruleSet);
        _land = AddOption<string>(
            "--land", language.Choose("Land für Prüffälle, die keines nennen (sonst HH)", "Land for test cases that name none (else HH)"), "LAND");
        Examples = ["rules test eigenes.regelwerk.json"];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var ruleSet = RuleSetSource.Load(arguments.GetRequiredValue(_ruleSet), context.Messages);
        var land = arguments.GetValue(_land) is { } code ? Laender.Parse(code, "--land", context.Messages) : Bundesland.Hamburg;
        var results = RuleSetTestRunner.Run(ruleSet, land);
        var text = new StringBuilder();
        foreach (var result in results)
        {
            text.Append(result.HasPassed ? "bestanden  " : "FEHLER     ").Append(result.Test.Name).Append('\n');
            foreach (var failure in result.Failures)
            {
                text.Append("           ").Append(failure).Append('\n');
            }
        }

        var failed = results.Count(result => !result.HasPassed);
        text.Append(CultureInfo.InvariantCulture, $"{ruleSet.Id} {ruleSet.Version}: {results.Count - failed} bestanden, {failed} nicht bestanden.\n");
        context.WriteResult(text.ToString());
        if (results.Count == 0)
        {
            context.Note(context.Language.Choose("Das Regelwerk enthält keine Prüffälle.", "The rule set holds no test cases."));
        }

        return failed == 0 ? ExitCodes.Done : ExitCodes.SomeRowsFailed;
    }
}
