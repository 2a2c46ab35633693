using Krm.Analytics.Classification;

namespace Krm.Analytics.Evaluation;

/// <summary>How well a classifier with several categories a case did on cases it had not learnt from.</summary>
/// <remarks>Immutable. An abstained case counts as one without category.</remarks>
public sealed class MultiLabelReport
{
    private MultiLabelReport(int count, int exact, IReadOnlyList<CategoryResult> perCategory, double microF1)
    {
        Count = count;
        ExactMatch = (double)exact / count;
        PerCategory = perCategory;
        MicroF1 = microF1;
        MacroF1 = perCategory.Count == 0 ? 0 : perCategory.Average(result => result.F1);
    }

    /// <summary>Number of cases.</summary>
    public int Count { get; }

    /// <summary>Share of cases given exactly their categories, 0–1.</summary>
    public double ExactMatch { get; }

    /// <summary>F1 over all pairs of case and category, 0–1.</summary>
    public double MicroF1 { get; }

    /// <summary>Mean F1 over the categories that occur in the cases or answers, 0–1.</summary>
    public double MacroF1 { get; }

    /// <summary>Precision, recall and F1 of each category that occurs, in ordinal order.</summary>
    public IReadOnlyList<CategoryResult> PerCategory { get; }

    /// <summary>Classifies cases and judges the answers.</summary>
    /// <param name="classifier">The classifier to judge.</param>
    /// <param name="cases">Cases with their true categories; one without any counts too.</param>
    /// <param name="cancellationToken">Stops between two cases.</param>
    /// <exception cref="ArgumentException">No case.</exception>
    public static MultiLabelReport Evaluate(MultiLabelTextClassifier classifier, IEnumerable<MultiLabeledText> cases, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(cases);
        var counts = new SortedDictionary<string, (int Right, int Given, int True)>(StringComparer.Ordinal);
        int count = 0, exact = 0;
        foreach (var item in cases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var given = classifier.Classify(item.Text).Selected.Select(score => score.Category).ToHashSet(StringComparer.Ordinal);
            var actual = item.Categories.ToHashSet(StringComparer.Ordinal);
            count++;
            exact += given.SetEquals(actual) ? 1 : 0;
            foreach (var category in given.Union(actual))
            {
                var (right, answered, present) = counts.GetValueOrDefault(category);
                counts[category] = (right + (given.Contains(category) && actual.Contains(category) ? 1 : 0), answered + (given.Contains(category) ? 1 : 0), present + (actual.Contains(category) ? 1 : 0));
            }
        }

        if (count == 0)
        {
            throw new ArgumentException("There is no case to judge the classifier on.", nameof(cases));
        }

        var mentions = counts.Values.Sum(value => value.Given + value.True);
        return new MultiLabelReport(
            count,
            exact,
            [.. counts.Select(pair => new CategoryResult(pair.Key, pair.Value.True, pair.Value.Given, pair.Value.Right))],
            mentions == 0 ? 1 : 2.0 * counts.Values.Sum(value => value.Right) / mentions);
    }
}
