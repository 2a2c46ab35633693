using System.CommandLine;
using System.Text;
using Krm.Cli.Batches;
using Krm.Cli.Cases;
using Krm.Cli.Tables;
using Krm.Rules;
using Krm.Rules.Serialization;
using Krm.Rules.Spreadsheets;

namespace Krm.Cli.Commands.Rules;

/// <summary><c>krm rules table</c>: a decision table out to a spreadsheet and back in.</summary>
internal sealed class RulesTableCommand : CliCommand
{
    private readonly Argument<string> _ruleSet;
    private readonly Argument<string> _table;
    private readonly Option<string> _input;
    private readonly Option<string> _output;

    public RulesTableCommand(Language language)
        : base("table", language.Choose(
            "eine Entscheidungstabelle als CSV ausgeben; mit --input zurück in das Regelwerk",
            "write a decision table as CSV; with --input back into the rule set"))
    {
        _ruleSet = RulesCommand.RuleSetArgument("FILE", language);
        _table = new Argument<string>("TABLE") { Description = language.Choose("Name der Tabelle", "name of the table") };
        Add(_ruleSet);
        Add(_table);
        _input = AddOption<string>("--input", language.Choose("bearbeitete Tabelle (.csv)", "edited table (.csv)"), "CSV");
        _output = AddOption<string>("--output", language.Choose("Ausgabe (sonst -)", "output (else -)"), "FILE");
        Examples = ["rules table eigenes.regelwerk.json fristen --output fristen.csv"];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var ruleSet = RuleSetSource.Load(arguments.GetRequiredValue(_ruleSet), context.Messages);
        var table = arguments.GetRequiredValue(_table);
        if (ruleSet.Tables.All(known => known.Name != table))
        {
            throw new RefusalException(context.Messages.NotAllowed("TABLE", $"„{table}“", string.Join(", ", ruleSet.Tables.Select(known => known.Name))));
        }

        // Excel takes a file for UTF-8 only with the byte order mark.
        var result = Refuse(() => arguments.GetValue(_input) is { } input
            ? Import(ruleSet, table, input, context)
            : "\uFEFF" + DecisionTableCsv.Write(ruleSet, table));
        if (arguments.GetValue(_output) is { } output && output != TableFile.StandardStream)
        {
            OutputFile.Write(output, context.Messages, stream => stream.Write(Encoding.UTF8.GetBytes(result)));
        }
        else
        {
            context.WriteResult(result);
        }

        return ExitCodes.Done;
    }

    private static string Import(RuleSet ruleSet, string table, string file, CommandContext context)
    {
        using var stream = InputFile.Open(file, context.Messages);
        using var guarded = new Utf8GuardStream(stream, file, context.Messages);
        using var reader = new StreamReader(guarded, Encoding.UTF8);
        return DecisionTableCsv.Read(ruleSet, table, reader.ReadToEnd(), file).ToJson();
    }

    private static string Refuse(Func<string> work)
    {
        try
        {
            return work();
        }
        catch (RuleSetFormatException exception)
        {
            throw new RefusalException(exception.Message);
        }
    }
}
