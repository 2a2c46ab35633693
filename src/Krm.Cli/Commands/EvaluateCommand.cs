using System.CommandLine;
using System.Diagnostics;
using Krm.Analytics.Classification;
using Krm.Analytics.Evaluation;
using Krm.Cli.Models;

namespace Krm.Cli.Commands;

/// <summary><c>krm evaluate</c>: how well a model does on cases with known category.</summary>
internal sealed class EvaluateCommand : CliCommand
{
    private readonly LabeledTableOptions _cases;
    private readonly Option<string> _model;
    private readonly Option<bool> _json;

    public EvaluateCommand(Language language)
        : base("evaluate", language.Choose(
            "ein Modell an Fällen mit bekannter Kategorie messen",
            "measure a model on cases with known category"))
    {
        _cases = new LabeledTableOptions(this, language);
        _model = ModelOptions.Model(language);
        Add(_model);
        _json = AddOption<bool>("--json", language.Choose("Ergebnis als JSON", "result as JSON"), string.Empty);
        Examples =
        [
            "evaluate --input pruefung.csv --model sachgebiete.krm --json",
        ];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var classifier = ModelFile.Read(arguments.GetRequiredValue(_model), context.Messages);
        var labeled = _cases.Read(arguments, context, out var failed);
        if (labeled.Cases.Count == 0)
        {
            throw new RefusalException(context.Messages.NoLabels);
        }

        var report = ClassificationReport.Evaluate(classifier, labeled.Cases, context.Cancellation);
        var speed = MeasureSpeed(classifier, labeled.Cases);
        context.WriteResult(arguments.GetValue(_json)
            ? EvaluationSummary.ToJson(report, speed)
            : EvaluationSummary.ToText(report, speed, context.Language));
        return failed == 0 ? ExitCodes.Done : ExitCodes.SomeRowsFailed;
    }

    /// <summary>Texts a second on one core, warm: the evaluation has just classified them all.</summary>
    private static double MeasureSpeed(TextClassifier classifier, IReadOnlyList<LabeledText> cases)
    {
        var shortest = TimeSpan.FromMilliseconds(200);
        var clock = Stopwatch.StartNew();
        var count = 0L;
        while (clock.Elapsed < shortest)
        {
            foreach (var item in cases)
            {
                classifier.Classify(item.Text);
            }

            count += cases.Count;
        }

        return count / clock.Elapsed.TotalSeconds;
    }
}
