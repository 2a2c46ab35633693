namespace Krm.Analytics.Evaluation;

/// <summary>Counts which category was given for which: rows are the true categories, columns the predicted ones.</summary>
/// <remarks>Filled by <see cref="Add"/>; not thread-safe while being filled. All figures cost one pass over the matrix.</remarks>
public sealed class ConfusionMatrix
{
    private readonly long[,] _counts;

    /// <summary>Creates an empty matrix.</summary>
    /// <param name="categories">The categories, at least one.</param>
    /// <exception cref="ArgumentException">No category.</exception>
    public ConfusionMatrix(IReadOnlyList<string> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        if (categories.Count == 0)
        {
            throw new ArgumentException("A confusion matrix needs at least one category.", nameof(categories));
        }

        Categories = [.. categories];
        _counts = new long[categories.Count, categories.Count];
    }

    /// <summary>The categories in the order of rows and columns.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>Number of cases counted.</summary>
    public long Count { get; private set; }

    /// <summary>Cases of category <paramref name="actual"/> that were given <paramref name="predicted"/>.</summary>
    /// <param name="actual">Index of the true category.</param>
    /// <param name="predicted">Index of the predicted category.</param>
    public long this[int actual, int predicted] => _counts[actual, predicted];

    /// <summary>Share of cases given their true category, 0–1; 0 if there is no case.</summary>
    public double Accuracy => Count == 0 ? 0 : (double)Enumerable.Range(0, Categories.Count).Sum(index => _counts[index, index]) / Count;

    /// <summary>Mean F1 over the categories that occur as true or predicted, 0–1.</summary>
    public double MacroF1
    {
        get
        {
            var scores = PerCategory().Where(score => score.Support > 0 || score.Predicted > 0).ToArray();
            return scores.Length == 0 ? 0 : scores.Average(score => score.F1);
        }
    }

    /// <summary>F1 of the categories weighted by their number of cases, 0–1.</summary>
    public double WeightedF1 => Count == 0 ? 0 : PerCategory().Sum(score => score.F1 * score.Support) / Count;

    /// <summary>Counts one case.</summary>
    /// <param name="actual">Index of the true category.</param>
    /// <param name="predicted">Index of the predicted category.</param>
    public void Add(int actual, int predicted)
    {
        _counts[actual, predicted]++;
        Count++;
    }

    /// <summary>Precision, recall and F1 of each category, in the order of <see cref="Categories"/>.</summary>
    public IReadOnlyList<CategoryResult> PerCategory()
    {
        var results = new CategoryResult[Categories.Count];
        for (var category = 0; category < results.Length; category++)
        {
            long support = 0, predicted = 0;
            for (var other = 0; other < results.Length; other++)
            {
                support += _counts[category, other];
                predicted += _counts[other, category];
            }

            results[category] = new CategoryResult(Categories[category], support, predicted, _counts[category, category]);
        }

        return results;
    }
}
