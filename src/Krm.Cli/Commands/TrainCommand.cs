using System.CommandLine;
using System.Diagnostics;
using Krm.Analytics.Classification;
using Krm.Cli.Batches;
using Krm.Cli.Models;

namespace Krm.Cli.Commands;

/// <summary><c>krm train</c>: learns categories from past cases and says how well on a part held out.</summary>
internal sealed class TrainCommand : CliCommand
{
    private readonly LabeledTableOptions _cases;
    private readonly Option<string> _model;
    private readonly Option<int> _seed;
    private readonly Option<int?> _maximum;
    private readonly Option<string?> _separator;
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
        _maximum = AddOption<int?>(
            "--maximum-cases",
            language.Choose(
                "höchstens so viele Fälle lernen, von mehr eine Stichprobe (sonst 50000 und 12 Millionen Zeichen)",
                "learn from at most so many cases, of more from a sample (else 50000 and 12 million characters)"),
            "N");
        _separator = ModelOptions.LabelSeparator(language);
        Add(_separator);
        _json = AddOption<bool>("--json", language.Choose("Ergebnis als JSON", "result as JSON"), string.Empty);
        Examples =
        [
            "train --input vorgaenge.csv --model sachgebiete.krm",
            "train --input vorgaenge.csv --model sachgebiete.krm --text anliegen --label sachgebiet --date eingang --json",
            "train --input vorgaenge.csv --model mehrere.krm --label sachgebiete --label-separator \";\"",
        ];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var options = ReadOptions(arguments, context);
        var labeled = _cases.Read(arguments, context, options, out var failed);
        if (labeled.Seen > labeled.Cases.Count)
        {
            context.Note(context.Messages.Sampled(labeled.Cases.Count, labeled.Seen));
        }

        var clock = Stopwatch.StartNew();
        context.WriteResult(arguments.GetValue(_separator) is { } separator
            ? TrainSeveral(arguments, context, labeled, separator[0], options, clock)
            : TrainOne(arguments, context, labeled, options, clock));
        return failed == 0 ? ExitCodes.Done : ExitCodes.SomeRowsFailed;
    }

    private string TrainOne(ParseResult arguments, CommandContext context, LabeledCases labeled, TrainingOptions options, Stopwatch clock)
    {
        var trained = context.Progress.Run(Name, _ => ModelTraining.Train(labeled, _cases.HasDate(arguments), options, context));
        var seconds = clock.Elapsed.TotalSeconds;
        OutputFile.Write(arguments.GetRequiredValue(_model), context.Messages, trained.Classifier.Write);
        return arguments.GetValue(_json)
            ? TrainingSummary.ToJson(trained, labeled.Cases.Count, seconds)
            : TrainingSummary.ToText(trained, labeled.Cases.Count, seconds, context.Language);
    }

    private string TrainSeveral(
        ParseResult arguments, CommandContext context, LabeledCases labeled, char separator, TrainingOptions options, Stopwatch clock)
    {
        var (classifier, heldOut) = context.Progress.Run(
            Name, _ => MultiLabelTraining.Train(labeled, separator, _cases.HasDate(arguments), options, context));
        var seconds = clock.Elapsed.TotalSeconds;
        OutputFile.Write(arguments.GetRequiredValue(_model), context.Messages, classifier.Write);
        return arguments.GetValue(_json)
            ? MultiLabelSummary.ToJson(heldOut, "seconds", seconds)
            : MultiLabelSummary.ToText(heldOut, context.Language);
    }

    /// <summary>Whoever names a number of cases wants so many, however long they are.</summary>
    private TrainingOptions ReadOptions(ParseResult arguments, CommandContext context)
    {
        var options = new TrainingOptions { Seed = arguments.GetValue(_seed) };
        return arguments.GetValue(_maximum) switch
        {
            null => options,
            < 100 and { } few => throw new RefusalException(context.Messages.NotAllowed("--maximum-cases", context.Language.Number(few), "100 …")),
            { } maximum => options with { MaximumCases = maximum, MaximumCharacters = long.MaxValue },
        };
    }
}
