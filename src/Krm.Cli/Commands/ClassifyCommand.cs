using System.CommandLine;
using Krm.Cli.Batches;
using Krm.Cli.Models;

namespace Krm.Cli.Commands;

/// <summary><c>krm classify</c>: gives each text its category, or leaves it to a person.</summary>
internal sealed class ClassifyCommand : CliCommand
{
    private readonly TableOptions _table;
    private readonly Option<string> _model;
    private readonly Option<string> _text;
    private readonly Option<double?> _threshold;
    private readonly Option<bool> _explain;

    public ClassifyCommand(Language language)
        : base("classify", language.Choose(
            "jedem Text seine Kategorie geben oder ihn einem Menschen überlassen",
            "give each text its category, or leave it to a person"))
    {
        _table = new TableOptions(this, language);
        _model = ModelOptions.Model(language);
        _text = ModelOptions.Text(language);
        Add(_model);
        Add(_text);
        _threshold = AddOption<double?>(
            "--threshold",
            language.Choose("Sicherheit, unter der ein Mensch entscheidet, 0 bis 1", "confidence below which a person decides, 0 to 1"),
            "P");
        _explain = AddOption<bool>(
            "--explain",
            language.Choose("Wörter nennen, die den Ausschlag gaben (Spalte evidence)", "name the words that weighed (column evidence)"),
            "");
        Examples =
        [
            "classify --input neu.csv --output eingeordnet.csv --model sachgebiete.krm",
            "classify --input - --output - --model sachgebiete.krm --threshold 0.7 < neu.jsonl",
        ];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var classifier = ModelFile.Read(arguments.GetRequiredValue(_model), context.Messages);
        if (arguments.GetValue(_threshold) is { } threshold)
        {
            classifier = threshold is >= 0 and <= 1
                ? classifier.WithThreshold(threshold)
                : throw new RefusalException(context.Messages.NotAllowed(
                    "--threshold", threshold.ToString(context.Language.Culture), "0 … 1"));
        }

        return new RowBatch(context, _table.Read(arguments, context.Messages)).Run(Name, header =>
        {
            var text = header.Require(arguments.GetRequiredValue(_text));
            return arguments.GetValue(_explain)
                ? new RowPlan(
                    [.. PredictionCells.Columns, PredictionCells.EvidenceColumn],
                    row => [[.. PredictionCells.Of(classifier.Classify(row[text])), PredictionCells.EvidenceOf(classifier.Explain(row[text]))]])
                : new RowPlan(PredictionCells.Columns, row => [PredictionCells.Of(classifier.Classify(row[text]))]);
        });
    }
}
