using Krm.Analytics.Classification;
using Krm.Analytics.Evaluation;
using Krm.Cli.Commands;

namespace Krm.Cli.Models;

/// <summary>Trains on all labelled cases and judges the method on a part held out.</summary>
internal static class ModelTraining
{
    /// <summary>The share of cases held out.</summary>
    public const double HeldOutShare = 0.2;

    // With more cases than this two trainings at once need too much memory.
    private const int ManyCases = 20_000;

    /// <summary>Trains twice at the same time, or one after the other if there are many cases: without the held-out part to judge, and on everything to use.</summary>
    /// <param name="labeled">The labelled cases, and those without category, of which no label is needed to be learnt from.</param>
    /// <param name="byDate">Whether the newest cases are held out, rather than a share of each category.</param>
    /// <param name="options">Settings of the training; its seed is that of the split too.</param>
    /// <param name="context">The context of the command.</param>
    /// <exception cref="RefusalException">There are too few categories to learn from.</exception>
    public static TrainedModel Train(LabeledCases labeled, bool byDate, TrainingOptions options, CommandContext context)
    {
        var (kept, heldOut) = labeled.Split(Mask(labeled, byDate, options.Seed));
        if (kept.Select(item => item.Category).Distinct(StringComparer.Ordinal).Count() < 2 || heldOut.Count == 0)
        {
            throw new RefusalException(context.Messages.TooFewLabels(labeled.Cases.Count, labeled.CategoryCount));
        }

        var unlabeled = labeled.Unlabeled;
        var trainer = new TextClassifierTrainer(options);
        TextClassifier? final = null;
        ClassificationReport? report = null;
        Parallel.Invoke(
            new ParallelOptions { MaxDegreeOfParallelism = labeled.Cases.Count > ManyCases ? 1 : -1 },
            () => final = trainer.Train(labeled.Cases.Concat(unlabeled), cancellationToken: context.Cancellation),
            () => report = Judge(trainer.Train(kept.Concat(unlabeled), cancellationToken: context.Cancellation), heldOut, context));
        return new TrainedModel(final!, report!, byDate, unlabeled.Count);
    }

    private static ClassificationReport Judge(
        TextClassifier classifier, IReadOnlyList<LabeledText> heldOut, CommandContext context) =>
        ClassificationReport.Evaluate(classifier, heldOut, context.Cancellation);

    private static bool[] Mask(LabeledCases labeled, bool byDate, int seed) => byDate
        ? DataSplits.Newest(labeled.Days, HeldOutShare)
        : DataSplits.StratifiedHoldout(
            [.. labeled.Cases.Select(item => item.Text)],
            [.. labeled.Cases.Select(item => item.Category!)],
            HeldOutShare,
            seed);
}
