using System.CommandLine;
using Krm.Analytics.Classification;
using Krm.Cli.Batches;
using Krm.Cli.Models;
using Krm.Cli.Tables;

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
        var (one, several) = ModelFile.ReadAny(arguments.GetRequiredValue(_model), context.Messages);
        if (arguments.GetValue(_threshold) is { } threshold)
        {
            if (threshold is not (>= 0 and <= 1))
            {
                throw new RefusalException(context.Messages.NotAllowed(
                    "--threshold", threshold.ToString(context.Language.Culture), "0 … 1"));
            }

            one = one?.WithThreshold(threshold);
            several = several?.WithThreshold(threshold);
        }

        var explains = arguments.GetValue(_explain);
        return new RowBatch(context, _table.Read(arguments, context.Messages)).Run(Name, header =>
        {
            var text = header.Require(arguments.GetRequiredValue(_text));
            return new RowPlan(
                explains ? [.. PredictionCells.Columns, PredictionCells.EvidenceColumn] : PredictionCells.Columns,
                row => [one is not null ? Classify(one, row[text], explains) : Classify(several!, row[text], explains)]);
        });
    }

    private static Cell[] Classify(TextClassifier classifier, string text, bool explains)
    {
        var cells = PredictionCells.Of(classifier.Classify(text));
        return explains ? [.. cells, PredictionCells.EvidenceOf(classifier.Explain(text))] : cells;
    }

    private static Cell[] Classify(MultiLabelTextClassifier classifier, string text, bool explains)
    {
        var prediction = classifier.Classify(text);
        var explained = prediction.Selected.Count > 0 ? prediction.Selected[0] : prediction.Next!.Value;
        var cells = PredictionCells.Of(prediction);
        return explains ? [.. cells, PredictionCells.EvidenceOf(classifier.Explain(text, explained.Category))] : cells;
    }
}
