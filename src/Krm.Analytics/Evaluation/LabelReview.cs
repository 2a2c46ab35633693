using Krm.Analytics.Classification;

namespace Krm.Analytics.Evaluation;

/// <summary>Finds the cases a clerk's look is worth most: to label next, or because the label is probably wrong.</summary>
/// <remarks>Pure and deterministic. Gives places in the caller's list, never texts.</remarks>
public static class LabelReview
{
    /// <summary>Unlabelled cases from whose label the classifier would learn most.</summary>
    /// <param name="classifier">The classifier as trained so far.</param>
    /// <param name="texts">Texts without a category.</param>
    /// <param name="count">How many to suggest at most, at least 1.</param>
    /// <returns>
    /// Places in <paramref name="texts"/>, the most worthwhile first: those the classifier can least decide between its best
    /// two categories, equal texts once, and in turn over the categories so that one confusion does not fill the list.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A count below 1.</exception>
    public static IReadOnlyList<int> SuggestForLabeling(ITextClassifier classifier, IReadOnlyList<string> texts, int count)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return [.. texts
            .Select((text, index) => (Index: index, Key: TextKey.Of(text), Prediction: classifier.Classify(text)))
            .DistinctBy(item => item.Key)
            .GroupBy(item => item.Prediction.Category, StringComparer.Ordinal)
            .SelectMany(group => group
                .OrderBy(item => item.Prediction.Confidence - item.Prediction.SecondConfidence)
                .Select((item, rank) => (item.Index, Rank: rank, Margin: item.Prediction.Confidence - item.Prediction.SecondConfidence)))
            .OrderBy(item => item.Rank)
            .ThenBy(item => item.Margin)
            .ThenBy(item => item.Index)
            .Take(count)
            .Select(item => item.Index)];
    }

    /// <summary>Labelled cases whose category is probably wrong, judged by classifiers that did not learn from them.</summary>
    /// <param name="cases">Cases with their category; those without are never suspected.</param>
    /// <param name="options">Settings of the training; one training a fold.</param>
    /// <param name="minimumConfidence">Least confidence in another category, 0–1. Default 0.8.</param>
    /// <param name="cancellationToken">Stops within a fraction of a second.</param>
    /// <returns>The suspects, the surest first.</returns>
    /// <exception cref="ArgumentException">Fewer than two categories in a part to learn from.</exception>
    /// <remarks>After Northcutt, Jiang and Chuang, Confident Learning, JAIR 70, 2021, with a fixed confidence.</remarks>
    public static IReadOnlyList<SuspectLabel> FindSuspects(
        IReadOnlyList<LabeledText> cases,
        TrainingOptions options,
        double minimumConfidence = 0.8,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(options);
        var folds = DataSplits.GroupedFolds([.. cases.Select(item => $"{TextKey.Of(item.Text)}")], options.Folds, options.Seed);
        var suspects = new List<SuspectLabel>();
        for (var fold = 0; fold < options.Folds; fold++)
        {
            var classifier = new TextClassifierTrainer(options).Train(cases.Where((_, index) => folds[index] != fold), null, cancellationToken);
            for (var index = 0; index < cases.Count; index++)
            {
                var given = cases[index].Category;
                if (folds[index] != fold || string.IsNullOrEmpty(given))
                {
                    continue;
                }

                var prediction = classifier.Classify(cases[index].Text);
                if (prediction.Confidence >= minimumConfidence && !string.Equals(prediction.Category, given, StringComparison.Ordinal))
                {
                    suspects.Add(new SuspectLabel(index, given, prediction.Category, prediction.Confidence));
                }
            }
        }

        return [.. suspects.OrderByDescending(suspect => suspect.Confidence).ThenBy(suspect => suspect.Index)];
    }
}
