using System.CommandLine;
using Krm.Analytics.Classification;
using Krm.Cli.Commands;
using Krm.Cli.Tables;
using NodaTime;

namespace Krm.Cli.Models;

/// <summary>The options of a command that reads labelled texts, and the reading itself.</summary>
internal sealed class LabeledTableOptions
{
    private const int RowsPerReport = 1000;

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

    /// <summary>Reads the labelled cases, of very many a sample; rows that cannot be read are counted and left out.</summary>
    /// <exception cref="RefusalException">The table or a column is missing or unreadable.</exception>
    public LabeledCases Read(ParseResult arguments, CommandContext context, TrainingOptions options, out long failed)
    {
        var cases = new LabeledCases(options);
        failed = ReadEach(arguments, context, cases.Add);
        return cases;
    }

    /// <summary>Hands on text, label and day of each row as it streams by; returns how many rows could not be read.</summary>
    /// <exception cref="RefusalException">The table or a column is missing or unreadable.</exception>
    public long ReadEach(ParseResult arguments, CommandContext context, Action<string, string, LocalDate?> take)
    {
        var file = TableFile.From(arguments.GetRequiredValue(_input), arguments.GetValue(_format), context.Messages);
        using var reader = file.OpenRead(context.Console, context.Messages);
        var text = reader.Header.Require(arguments.GetRequiredValue(_text));
        var label = reader.Header.Require(arguments.GetRequiredValue(_label));
        var date = arguments.GetValue(_date) is { } name ? TypedColumn.Required(reader.Header, name, context.Messages) : null;
        var failed = context.Progress.Run(context.Language.Choose("Lesen", "Reading"), report =>
        {
            var rows = 0L;
            var unreadable = 0L;
            foreach (var row in reader.ReadRows())
            {
                context.Cancellation.ThrowIfCancellationRequested();
                if (row.Problem is null && (date is null || IsoDate.TryParse(date.Text(row), out _)))
                {
                    take(row[text], row[label], date?.Date(row));
                }
                else
                {
                    unreadable++;
                }

                if (++rows % RowsPerReport == 0)
                {
                    report(rows, reader.Fraction);
                }
            }

            return unreadable;
        });
        if (failed > 0)
        {
            context.Note(context.Messages.RowsLeftOut(failed));
        }

        return failed;
    }
}
