using System.CommandLine;
using Krm.Analytics.Classification;
using Krm.Analytics.Evaluation;
using Krm.Cli.Models;

namespace Krm.Cli.Commands;

/// <summary><c>krm evaluate</c>: how well a model does on cases with known category.</summary>
internal sealed class EvaluateCommand : CliCommand
{
    private const char DefaultSeparator = ';';
    private const int MostTimed = 5000;

    private readonly LabeledTableOptions _cases;
    private readonly Option<string> _model;
    private readonly Option<string?> _separator;
    private readonly Option<bool> _json;

    public EvaluateCommand(Language language)
        : base("evaluate", language.Choose(
            "ein Modell an Fällen mit bekannter Kategorie messen",
            "measure a model on cases with known category"))
    {
        _cases = new LabeledTableOptions(this, language);
        _model = ModelOptions.Model(language);
        Add(_model);
        _separator = ModelOptions.LabelSeparator(language);
        Add(_separator);
        _json = AddOption<bool>("--json", language.Choose("Ergebnis als JSON", "result as JSON"), string.Empty);
        Examples =
        [
            "evaluate --input pruefung.csv --model sachgebiete.krm --json",
        ];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var (one, several) = ModelFile.ReadAny(arguments.GetRequiredValue(_model), context.Messages);
        var (result, failed) = one is not null ? EvaluateOne(one, arguments, context) : EvaluateSeveral(several!, arguments, context);
        context.WriteResult(result);
        return failed == 0 ? ExitCodes.Done : ExitCodes.SomeRowsFailed;
    }

    /// <summary>Texts are classified as they stream by; kept are only the answers.</summary>
    private (string Result, long Failed) EvaluateOne(TextClassifier classifier, ParseResult arguments, CommandContext context)
    {
        var answers = new List<EvaluatedCase>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var texts = new List<string>();
        var failed = _cases.ReadEach(arguments, context, (text, label, _) =>
        {
            if (label.Length == 0)
            {
                return;
            }

            var prediction = classifier.Classify(text);
            names.TryAdd(label, label);
            answers.Add(new EvaluatedCase(names[label], prediction.Category, prediction.Confidence));
            Keep(texts, text);
        });
        if (answers.Count == 0)
        {
            throw new RefusalException(context.Messages.NoLabels);
        }

        var report = ClassificationReport.From(answers);
        var speed = MeasureSpeed(texts, text => classifier.Classify(text));
        return (arguments.GetValue(_json) ? EvaluationSummary.ToJson(report, speed) : EvaluationSummary.ToText(report, speed, context.Language), failed);
    }

    private (string Result, long Failed) EvaluateSeveral(MultiLabelTextClassifier classifier, ParseResult arguments, CommandContext context)
    {
        var cases = new List<MultiLabeledText>();
        var separator = arguments.GetValue(_separator) is { } given ? given[0] : DefaultSeparator;
        var failed = _cases.ReadEach(arguments, context, (text, label, _) => cases.Add(MultiLabeledText.Parse(text, label, separator)));
        if (cases.Count == 0)
        {
            throw new RefusalException(context.Messages.NoLabels);
        }

        var report = MultiLabelReport.Evaluate(classifier, cases, context.Cancellation);
        var speed = MeasureSpeed([.. cases.Take(MostTimed).Select(item => item.Text)], text => classifier.Classify(text));
        return (arguments.GetValue(_json) ? MultiLabelSummary.ToJson(report, "docs_per_second", speed) : MultiLabelSummary.ToText(report, context.Language), failed);
    }

    private static void Keep(List<string> texts, string text)
    {
        if (texts.Count < MostTimed)
        {
            texts.Add(text);
        }
    }

    /// <summary>Texts a second of processor time on one core, after half a second to warm up: other work on the machine does not count.</summary>
    private static double MeasureSpeed(List<string> texts, Action<string> classify)
    {
        Repeat(texts, classify);
        var before = Environment.CpuUsage.TotalTime;
        var count = Repeat(texts, classify);
        return count / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static long Repeat(List<string> texts, Action<string> classify)
    {
        var end = Environment.CpuUsage.TotalTime + TimeSpan.FromSeconds(0.5);
        var count = 0L;
        while (Environment.CpuUsage.TotalTime < end)
        {
            foreach (var text in texts)
            {
                classify(text);
            }

            count += texts.Count;
        }

        return count;
    }
}
