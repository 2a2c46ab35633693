using System.CommandLine;
using Krm.Analytics.Counting;
using Krm.Cli.Cases;
using Krm.Cli.Commands;
using Krm.Cli.Tables;

namespace Krm.Cli.Findings;

/// <summary>The options that say which rows of which table are counted, and where the result goes.</summary>
internal sealed class CountingOptions
{
    private readonly Command _command;
    private readonly Option<string> _input;
    private readonly Option<string> _output;
    private readonly Option<TableFormat?> _format;
    private readonly Option<string> _date;
    private readonly Option<string?> _count;
    private readonly Option<string?> _exposure;
    private readonly Option<bool> _failFast;

    /// <param name="command">The command that gets the options.</param>
    /// <param name="language">The language of the help.</param>
    /// <param name="input">What the table holds.</param>
    /// <param name="output">What the result is.</param>
    public CountingOptions(Command command, Language language, string input, string output)
    {
        _command = command;
        _input = new("--input") { Description = input, HelpName = "FILE", Required = true };
        _output = new("--output") { Description = output, HelpName = "FILE", Required = true };
        _format = TableOptions.CreateFormat(language);
        _date = new("--date")
        {
            Description = language.Choose("Spalte mit dem Tag des Eingangs (sonst received)", "column with the day of receipt (else received)"),
            HelpName = "COL",
        };
        _count = new("--count")
        {
            Description = language.Choose("Spalte mit der Anzahl (sonst zählt jede Zeile 1)", "column with the count (else each row counts 1)"),
            HelpName = "COL",
        };
        _exposure = new("--exposure")
        {
            Description = language.Choose("Spalte mit der Bezugsgröße (Bescheide, Besuche, Einwohner)", "column with the exposure (notices, visitors, inhabitants)"),
            HelpName = "COL",
        };
        _failFast = new("--fail-fast")
        {
            Description = language.Choose("bei der ersten fehlerhaften Zeile aufhören", "stop at the first bad row"),
        };
        foreach (var option in new Option[] { _input, _output, _format, _date, _count, _exposure, _failFast })
        {
            command.Add(option);
        }
    }

    public string ReadOutput(ParseResult arguments) => arguments.GetRequiredValue(_output);

    /// <summary>The result as a table.</summary>
    public TableFile ReadOutputTable(ParseResult arguments, Messages messages) =>
        TableFile.From(ReadOutput(arguments), arguments.GetValue(_format), messages);

    public TableFile ReadInput(ParseResult arguments, Messages messages) =>
        TableFile.From(arguments.GetRequiredValue(_input), arguments.GetValue(_format), messages);

    public CountColumns ReadColumns(ParseResult arguments) => new(
        arguments.GetValue(_date) ?? CaseOptions.DefaultDateColumn, arguments.GetValue(_count), arguments.GetValue(_exposure));

    /// <summary>Counts the rows of the input.</summary>
    /// <returns>The counts, and how many rows were left out.</returns>
    public (CaseCounting Counting, long Failed) Count(ParseResult arguments, CountPlan plan, CountColumns columns, CommandContext context)
    {
        using var reader = ReadInput(arguments, context.Messages).OpenRead(context.Console, context.Messages);
        var counting = new CaseCounting(reader.Header, plan, columns, context.Messages);
        var failed = context.Progress.Run(_command.Name, report => counting.AddAll(reader, arguments.GetValue(_failFast), context, report));
        return (counting, failed);
    }
}
