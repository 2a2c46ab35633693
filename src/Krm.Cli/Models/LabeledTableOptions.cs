using System.CommandLine;
using Krm.Cli.Commands;
using Krm.Cli.Tables;

namespace Krm.Cli.Models;

/// <summary>The options of a command that reads labelled texts, and the reading itself.</summary>
internal sealed class LabeledTableOptions
{
    private readonly Option<string> _input;
    private readonly Option<TableFormat?> _format;
    private readonly Option<string> _text;
    private readonly Option<string> _label;
    private readonly Option<string?> _date;

    public LabeledTableOptions(Command command, Language language)
    {
        _input = new("--input")
        {
            Description = language.Choose("Fälle mit bekannter Kategorie: .csv, .tsv, .jsonl oder -", "cases with known category: .csv, .tsv, .jsonl or -"),
            HelpName = "FILE",
            Required = true,
        };
        _format = TableOptions.CreateFormat(language);
        _text = ModelOptions.Text(language);
        _label = ModelOptions.Label(language);
        _date = new("--date")
        {
            Description = language.Choose("Spalte mit dem Datum: dann wird am jüngsten Fünftel gemessen", "column with the date: then the newest fifth is measured on"),
            HelpName = "COL",
        };
        foreach (var option in new Option[] { _input, _format, _text, _label })
        {
            command.Add(option);
        }
    }

    /// <summary>Adds <c>--date</c>, for commands that hold out a part.</summary>
    public void AddDate(Command command) => command.Add(_date);

    public bool HasDate(ParseResult arguments) => arguments.GetValue(_date) is not null;

    /// <summary>Reads all labelled cases; rows that cannot be read are counted and left out.</summary>
    /// <exception cref="RefusalException">The table or a column is missing or unreadable.</exception>
    public LabeledCases Read(ParseResult arguments, CommandContext context, out long failed)
    {
        var file = TableFile.From(arguments.GetRequiredValue(_input), arguments.GetValue(_format), context.Messages);
        using var reader = file.OpenRead(context.Console, context.Messages);
        var text = reader.Header.Require(arguments.GetRequiredValue(_text));
        var label = reader.Header.Require(arguments.GetRequiredValue(_label));
        var date = arguments.GetValue(_date) is { } name ? TypedColumn.Required(reader.Header, name, context.Messages) : null;
        var cases = new LabeledCases();
        failed = 0;
        foreach (var row in reader.ReadRows())
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (row.Problem is null && (date is null || IsoDate.TryParse(date.Text(row), out _)))
            {
                cases.Add(row[text], row[label], date?.Date(row));
            }
            else
            {
                failed++;
            }
        }

        if (failed > 0)
        {
            context.Note(context.Messages.RowsLeftOut(failed));
        }

        return cases;
    }
}
