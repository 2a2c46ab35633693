using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Classification.Training;

/// <summary>From which probability on a category applies, chosen inside the training cases.</summary>
internal static class ThresholdSearch
{
    private const double HeldOutShare = 0.2;
    private const double Default = 0.5;

    // Fewer cases of the category say too little; .5 is then the honest choice for a calibrated probability.
    private const int FewestCases = 5;

    /// <summary>The threshold of highest F1 on a fifth of the cases that the model has not learnt from.</summary>
    /// <param name="labeled">The cases, in or out of the category.</param>
    /// <param name="options">Settings of the training.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    public static double Find(IReadOnlyList<LabeledText> labeled, TrainingOptions options, CancellationToken cancellationToken)
    {
        var isHeldOut = DataSplits.StratifiedHoldout([.. labeled.Select(item => item.Text)], [.. labeled.Select(item => item.Category!)], HeldOutShare, options.Seed);
        var kept = labeled.Where((_, index) => !isHeldOut[index]).ToArray();
        var heldOut = labeled.Where((_, index) => isHeldOut[index]).ToArray();
        if (heldOut.Count(IsInside) < FewestCases || !kept.Any(IsInside) || kept.All(IsInside))
        {
            return Default;
        }

        var classifier = new TextClassifierTrainer(options).Train(kept, cancellationToken: cancellationToken).WithThreshold(0);
        return Best([.. heldOut.Select(item => (MultiLabelTextClassifier.ProbabilityOf(classifier.Classify(item.Text)), IsInside(item)))]);
    }

    /// <summary>The threshold of highest F1; halfway between two probabilities, and of equal ones the nearest to one half.</summary>
    /// <param name="outcomes">Probability of each case and whether it is inside.</param>
    internal static double Best(IReadOnlyList<(double Probability, bool IsInside)> outcomes)
    {
        var sorted = outcomes.OrderByDescending(outcome => outcome.Probability).ToArray();
        var inside = sorted.Count(outcome => outcome.IsInside);
        var best = (F1: -1.0, Threshold: Default);
        var hits = 0;
        for (var answered = 1; answered <= sorted.Length; answered++)
        {
            hits += sorted[answered - 1].IsInside ? 1 : 0;
            if (answered < sorted.Length && sorted[answered].Probability == sorted[answered - 1].Probability)
            {
                continue;
            }

            var f1 = 2.0 * hits / (answered + inside);
            var threshold = answered < sorted.Length ? (sorted[answered - 1].Probability + sorted[answered].Probability) / 2 : sorted[answered - 1].Probability;
            if (f1 > best.F1 || (f1 == best.F1 && Math.Abs(threshold - Default) < Math.Abs(best.Threshold - Default)))
            {
                best = (f1, threshold);
            }
        }

        return best.Threshold;
    }

    private static bool IsInside(LabeledText item) => item.Category == MultiLabelTextClassifier.Applies;
}
