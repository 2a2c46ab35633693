using System.CommandLine;
using Krm.Analytics.Anonymization;
using Krm.Cli.Batches;
using Krm.Cli.Models;
using Krm.Cli.Tables;

namespace Krm.Cli.Commands;

/// <summary><c>krm anonymize</c>: replaces personal data in the text column by placeholders, each row a case of its own.</summary>
/// <remarks>The columns stay in their order. The text of a row that cannot be read is left out, not passed through.</remarks>
internal sealed class AnonymizeCommand : CliCommand
{
    private readonly TableOptions _table;
    private readonly Option<string> _text;

    public AnonymizeCommand(Language language)
        : base("anonymize", language.Choose(
            "personenbezogene Angaben im Text durch Platzhalter ersetzen",
            "replace personal data in the text by placeholders"))
    {
        _table = new TableOptions(this, language);
        _text = ModelOptions.Text(language);
        Add(_text);
        Examples =
        [
            "anonymize --input anliegen.csv --output ohne-namen.csv --text text",
            "anonymize --input - --output - < anliegen.jsonl",
        ];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var anonymizer = new Anonymizer();
        var counts = PersonalDataCounts.None;
        var adding = new Lock();
        var exitCode = new RowBatch(context, _table.Read(arguments, context.Messages)).Run(Name, header =>
        {
            var text = header.Require(arguments.GetRequiredValue(_text));
            var kept = Enumerable.Range(0, header.Names.Count).Where(column => header.Names[column] != RowBatch.ErrorColumn || column == text).ToArray();
            return new RowPlan(
                [.. kept.Select(column => header.Names[column])],
                row =>
                {
                    var result = anonymizer.Anonymize(row[text]);
                    if (result.Counts.Total > 0)
                    {
                        lock (adding)
                        {
                            counts = counts.Add(result.Counts);
                        }
                    }

                    return [Arrange(row, kept, text, result.Text)];
                },
                PassesThrough: false,
                row => Arrange(row, kept, text, string.Empty));
        });
        context.Note($"{context.Language.Choose("ersetzt", "replaced")}: {counts}");
        return exitCode;
    }

    private static Cell[] Arrange(TableRow row, int[] kept, int text, string anonymized) =>
        [.. kept.Select(column => column == text && !(row.Cells[column].IsJson && row.Cells[column].Text == anonymized) ? new Cell(anonymized) : row.Cells[column])];
}
