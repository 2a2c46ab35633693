using System.CommandLine;
using System.Diagnostics;
using Krm.Cli.Batches;
using Krm.Cli.Models;

namespace Krm.Cli.Commands;

/// <summary><c>krm train</c>: learns categories from past cases and says how well on a part held out.</summary>
internal sealed class TrainCommand : CliCommand
{
    private readonly LabeledTableOptions _cases;
    private readonly Option<string> _model;
    private readonly Option<int> _seed;
    private readonly Option<bool> _json;

    public TrainCommand(Language language)
        : base("train", language.Choose(
            "aus eigenen Fällen lernen, wohin ein Text gehört",
            "learn from past cases where a text belongs"))
    {
        _cases = new LabeledTableOptions(this, language);
        _cases.AddDate(this);
        _model = ModelOptions.Model(language);
        Add(_model);
        _seed = AddOption<int>("--seed", language.Choose("Startwert des Zufalls (sonst 0)", "seed (else 0)"), "N");
        _json = AddOption<bool>("--json", language.Choose("Ergebnis als JSON", "result as JSON"), string.Empty);
        Examples =
        [
            "train --input vorgaenge.csv --model sachgebiete.krm",
            "train --input vorgaenge.csv --model sachgebiete.krm --text anliegen --label sachgebiet --date eingang --json",
        ];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var labeled = _cases.Read(arguments, context, out var failed);
        var clock = Stopwatch.StartNew();
        var trained = context.Progress.Run(
            Name,
            _ => ModelTraining.Train(labeled, _cases.HasDate(arguments), arguments.GetValue(_seed), context));
        var seconds = clock.Elapsed.TotalSeconds;
        OutputFile.Write(arguments.GetRequiredValue(_model), context.Messages, trained.Classifier.Write);
        context.WriteResult(arguments.GetValue(_json)
            ? TrainingSummary.ToJson(trained, labeled.Cases.Count, seconds)
            : TrainingSummary.ToText(trained, labeled.Cases.Count, seconds, context.Language));
        return failed == 0 ? ExitCodes.Done : ExitCodes.SomeRowsFailed;
    }
}
