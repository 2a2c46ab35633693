using System.CommandLine;
using Krm.Cli.Findings;

namespace Krm.Cli.Commands;

/// <summary><c>krm count</c>: counts cases into mergeable counts.</summary>
internal sealed class CountCommand : CliCommand
{
    private readonly CountingOptions _counting;
    private readonly CauseOptions _plan;

    public CountCommand(Language language)
        : base("count", language.Choose(
            "Fälle zählen, je Zeitraum und gewählten Spalten; die Zählungen lassen sich mit krm merge zusammenzählen",
            "count cases by period and chosen columns; krm merge adds the counts up"))
    {
        _counting = new CountingOptions(this, language, language.Choose("Fälle", "cases"), language.Choose("Zählungen", "counts"));
        _plan = new CauseOptions(this, language, withRate: false);
        Examples = ["count --input vorgaenge.csv --by bezirk,label --date received --output zaehlung.csv"];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var messages = context.Messages;
        var plan = _plan.ReadPlan(arguments, _plan.ReadBy(arguments), messages);
        var columns = _counting.ReadColumns(arguments);
        var table = _counting.ReadOutputTable(arguments, messages);
        CountsTable.RefuseReservedNames(plan, columns.Date, messages);
        var (counting, failed) = _counting.Count(arguments, plan, columns, context);
        var cube = counting.Build();
        ResultTable.Write(table, context, stream => CountsTable.Write(table, stream, cube, columns.Date));
        context.Note(messages.CasesCounted(cube.Total, cube.Rows.Count));
        return failed == 0 ? ExitCodes.Done : ExitCodes.SomeRowsFailed;
    }
}
