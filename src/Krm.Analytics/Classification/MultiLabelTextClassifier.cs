using Krm.Analytics.Classification.ModelFiles;

namespace Krm.Analytics.Classification;

/// <summary>Gives a text all the categories it is about: one classifier a category, each with its own threshold.</summary>
/// <remarks>
/// Immutable and thread-safe. The probabilities are calibrated each for itself and do not add up to 1. A text costs as much
/// as one with <see cref="TextClassifier"/> times the number of categories.
/// </remarks>
/// <example>
/// <code>
/// var classifier = new MultiLabelTextClassifierTrainer().Train(cases);   // MultiLabeledText(text, ["Abfall", "Lärm"])
/// var prediction = classifier.Classify("Nachts laden sie Sperrmüll ab, es ist laut");
/// // prediction.Selected: Abfall, Lärm, each with its probability
/// </code>
/// </example>
public sealed class MultiLabelTextClassifier
{
    /// <summary>The category of a text that belongs, in the classifier of one category.</summary>
    internal const string Applies = "+";

    /// <summary>The category of a text that does not belong.</summary>
    internal const string DoesNotApply = "-";

    private readonly string[] _categories;
    private readonly TextClassifier[] _classifiers;

    internal MultiLabelTextClassifier(IReadOnlyList<CategoryThreshold> thresholds, IEnumerable<TextClassifier> classifiers)
    {
        Thresholds = thresholds;
        _categories = [.. thresholds.Select(item => item.Category)];
        _classifiers = [.. classifiers.Select(classifier => classifier.WithThreshold(0))];
    }

    /// <summary>The closed list of categories, in ordinal order.</summary>
    public IReadOnlyList<string> Categories => _categories;

    /// <summary>The thresholds chosen in training, one a category in their order.</summary>
    public IReadOnlyList<CategoryThreshold> Thresholds { get; }

    internal IReadOnlyList<TextClassifier> Classifiers => _classifiers;

    /// <summary>Reads a model file written by <see cref="Write"/>.</summary>
    /// <param name="source">The file from its first byte; read to its end, not closed.</param>
    /// <exception cref="ModelFormatException">The file is no such model, truncated, altered, too new or contradictory.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    public static MultiLabelTextClassifier Read(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return MultiLabelFile.Read(source);
    }

    /// <summary>Writes the model file: the same model gives the same bytes.</summary>
    /// <param name="target">Where to write; not closed.</param>
    /// <exception cref="IOException">The target cannot be written.</exception>
    public void Write(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        MultiLabelFile.Write(this, target);
    }

    /// <summary>The same classifier with one threshold for all categories.</summary>
    /// <param name="threshold">Probability from which on a category applies, 0–1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A threshold outside 0–1.</exception>
    public MultiLabelTextClassifier WithThreshold(double threshold) => threshold is >= 0 and <= 1
        ? new MultiLabelTextClassifier([.. Categories.Select(category => new CategoryThreshold(category, threshold))], _classifiers)
        : throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "The threshold is a probability from 0 to 1.");

    /// <summary>The categories that apply to a text.</summary>
    /// <param name="text">The text as the citizen wrote it.</param>
    public MultiLabelPrediction Classify(ReadOnlySpan<char> text)
    {
        var scores = Score(text, out var isUnknown);
        var selected = new List<CategoryScore>();
        CategoryScore? next = null;
        for (var place = 0; place < scores.Length; place++)
        {
            if (!isUnknown && scores[place].Probability >= Thresholds[place].Threshold)
            {
                selected.Add(scores[place]);
            }
            else if (next is null || scores[place].Probability > next.Value.Probability)
            {
                next = scores[place];
            }
        }

        return new MultiLabelPrediction([.. selected.OrderByDescending(score => score.Probability)], next, selected.Count == 0);
    }

    /// <summary>All categories with their probabilities, the most probable first.</summary>
    /// <param name="text">The text as the citizen wrote it.</param>
    public IReadOnlyList<CategoryScore> Rank(ReadOnlySpan<char> text) =>
        [.. Score(text, out _).OrderByDescending(score => score.Probability)];

    /// <summary>What in a text weighed for and against a category.</summary>
    /// <param name="text">The text as the citizen wrote it.</param>
    /// <param name="category">A category of the model.</param>
    /// <exception cref="ArgumentException">A category the model was not trained with.</exception>
    public Explanation Explain(ReadOnlySpan<char> text, string category)
    {
        var place = Array.IndexOf(_categories, category);
        return place >= 0
            ? _classifiers[place].Explain(text, Applies) with { Category = category }
            : throw new ArgumentException($"The model was not trained with the category \"{category}\"; it knows {string.Join(", ", Categories)}.", nameof(category));
    }

    /// <summary>The probability that a text belongs, by the classifier of one category.</summary>
    internal static double ProbabilityOf(in Prediction prediction) =>
        prediction.Category == Applies ? prediction.Confidence : prediction.SecondConfidence;

    private CategoryScore[] Score(ReadOnlySpan<char> text, out bool isUnknown)
    {
        isUnknown = true;
        var scores = new CategoryScore[_classifiers.Length];
        for (var place = 0; place < scores.Length; place++)
        {
            var prediction = _classifiers[place].Classify(text);
            isUnknown &= prediction.IsAbstained;
            scores[place] = new CategoryScore(Categories[place], ProbabilityOf(prediction));
        }

        return scores;
    }
}
