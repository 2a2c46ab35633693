using System.CommandLine;
using Krm.Cli.Cases;
using Krm.Cli.Findings;
using Krm.Cli.Tables;

namespace Krm.Cli.Commands;

/// <summary><c>krm count</c>: counts cases into mergeable counts.</summary>
internal sealed class CountCommand : CliCommand
{
    private readonly Option<string> _input;
    private readonly Option<string> _output;
    private readonly Option<TableFormat?> _format;
    private readonly Option<string> _date;
    private readonly Option<string?> _count;
    private readonly Option<string?> _exposure;
    private readonly Option<bool> _failFast;
    private readonly CauseOptions _plan;

    public CountCommand(Language language)
        : base("count", language.Choose(
            "Fälle zählen, je Zeitraum und gewählten Spalten; die Zählungen lassen sich mit krm merge zusammenzählen",
            "count cases by period and chosen columns; krm merge adds the counts up"))
    {
        _input = AddOption<string>("--input", language.Choose("Fälle", "cases"), "FILE", isRequired: true);
        _output = AddOption<string>("--output", language.Choose("Zählungen", "counts"), "FILE", isRequired: true);
        _format = TableOptions.CreateFormat(language);
        Add(_format);
        _plan = new CauseOptions(this, language, withRate: false);
        _date = AddOption<string>("--date", language.Choose("Spalte mit dem Tag des Eingangs (sonst received)", "column with the day of receipt (else received)"), "COL");
        _count = AddOption<string?>("--count", language.Choose("Spalte mit der Anzahl (sonst zählt jede Zeile 1)", "column with the count (else each row counts 1)"), "COL");
        _exposure = AddOption<string?>("--exposure", language.Choose("Spalte mit der Bezugsgröße", "column with the exposure"), "COL");
        _failFast = AddOption<bool>("--fail-fast", language.Choose("bei der ersten fehlerhaften Zeile aufhören", "stop at the first bad row"), string.Empty);
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var messages = context.Messages;
        var plan = _plan.ReadPlan(arguments, _plan.ReadBy(arguments), messages);
        var dateColumn = arguments.GetValue(_date) ?? CaseOptions.DefaultDateColumn;
        var file = TableFile.From(arguments.GetRequiredValue(_input), arguments.GetValue(_format), messages);
        var table = TableFile.From(arguments.GetRequiredValue(_output), arguments.GetValue(_format), messages);

        using var reader = file.OpenRead(context.Console, messages);
        var columns = new CountColumns(dateColumn, arguments.GetValue(_count), arguments.GetValue(_exposure), null);
        var counting = new CaseCounting(reader.Header, plan, columns, messages);
        var failed = context.Progress.Run(Name, report => counting.AddAll(reader, arguments.GetValue(_failFast), context, report));
        var cube = counting.Build();
        ResultTable.Write(table, context, stream => CountsTable.Write(table, stream, cube, dateColumn));
        context.Note(messages.CasesCounted(cube.Total, cube.Rows.Count));
        return failed == 0 ? ExitCodes.Done : ExitCodes.SomeRowsFailed;
    }
}
