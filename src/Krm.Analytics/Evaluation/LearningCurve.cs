using Krm.Analytics.Classification;

namespace Krm.Analytics.Evaluation;

/// <summary>How much more labelled cases help: quality on the same held-out cases after learning from growing shares.</summary>
/// <remarks>Pure and deterministic for a seed. Costs one training a point.</remarks>
public static class LearningCurve
{
    private static readonly double[] Shares = [0.125, 0.25, 0.5, 1];

    /// <summary>Measures the curve.</summary>
    /// <param name="cases">Cases with their category; those without are skipped.</param>
    /// <param name="options">Settings of the training; its seed also draws the held-out fifth.</param>
    /// <param name="cancellationToken">Stops within a fraction of a second.</param>
    /// <returns>A point for an eighth, a quarter, half and all of the cases that are not held out; points with fewer than two categories are left out.</returns>
    /// <exception cref="ArgumentException">Too few cases to hold some out.</exception>
    public static IReadOnlyList<LearningCurvePoint> Measure(
        IEnumerable<LabeledText> cases, TrainingOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(options);
        var labeled = cases.Where(item => !string.IsNullOrEmpty(item.Category)).ToArray();
        var held = DataSplits.StratifiedHoldout(
            [.. labeled.Select(item => item.Text)], [.. labeled.Select(item => item.Category!)], 0.2, options.Seed);
        var test = labeled.Where((_, index) => held[index]).ToArray();
        var order = Enumerable.Range(0, labeled.Length).Where(index => !held[index]).ToArray();
        if (test.Length == 0 || order.Length == 0)
        {
            throw new ArgumentException($"{labeled.Length} labelled cases are too few to hold some out.", nameof(cases));
        }

        new SeededGenerator((ulong)options.Seed).Shuffle(order);
        var points = new List<LearningCurvePoint>();
        foreach (var share in Shares)
        {
            var texts = order[..(int)Math.Ceiling(order.Length * share)].Select(index => labeled[index]).ToArray();
            if (texts.Select(item => item.Category).Distinct(StringComparer.Ordinal).Count() < 2)
            {
                continue;
            }

            var classifier = new TextClassifierTrainer(options).Train(texts, null, cancellationToken);
            var report = ClassificationReport.Evaluate(classifier, test, cancellationToken);
            points.Add(new LearningCurvePoint(texts.Length, report.Accuracy, report.MacroF1));
        }

        return points;
    }
}
