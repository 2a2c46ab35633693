using Krm.Analytics.Classification;
using Krm.Analytics.Evaluation;
using Krm.Cli.Commands;

namespace Krm.Cli.Models;

/// <summary>Trains with several categories a case and judges the method on a fifth held out.</summary>
internal static class MultiLabelTraining
{
    /// <summary>Trains without the held-out part to judge, then on everything to use.</summary>
    /// <param name="labeled">Cases whose category is the whole cell.</param>
    /// <param name="separator">What stands between two categories of a cell.</param>
    /// <param name="byDate">Whether the newest cases are held out, rather than a share of each combination of categories.</param>
    /// <param name="options">Settings of the training.</param>
    /// <param name="context">The context of the command.</param>
    /// <exception cref="RefusalException">There is too little to learn from.</exception>
    public static (MultiLabelTextClassifier Classifier, MultiLabelReport HeldOut) Train(
        LabeledCases labeled, char separator, bool byDate, TrainingOptions options, CommandContext context)
    {
        var isHeldOut = byDate
            ? DataSplits.Newest(labeled.Days, ModelTraining.HeldOutShare)
            : DataSplits.StratifiedHoldout(
                [.. labeled.Cases.Select(item => item.Text)], [.. labeled.Cases.Select(item => item.Category!)], ModelTraining.HeldOutShare, options.Seed);
        var (kept, heldOut) = labeled.Split(isHeldOut);
        if (heldOut.Count == 0)
        {
            throw new RefusalException(context.Messages.TooFewLabels(labeled.Cases.Count, labeled.CategoryCount));
        }

        var trainer = new MultiLabelTextClassifierTrainer(options);
        try
        {
            var judged = trainer.Train(Parse(kept, separator), cancellationToken: context.Cancellation);
            var report = MultiLabelReport.Evaluate(judged, Parse(heldOut, separator), context.Cancellation);
            return (trainer.Train(Parse(labeled.Cases, separator), cancellationToken: context.Cancellation), report);
        }
        catch (ArgumentException)
        {
            throw new RefusalException(context.Messages.TooFewLabels(labeled.Cases.Count, labeled.CategoryCount));
        }
    }

    private static IEnumerable<MultiLabeledText> Parse(IEnumerable<LabeledText> cases, char separator) =>
        cases.Select(item => MultiLabeledText.Parse(item.Text, item.Category!, separator));
}
