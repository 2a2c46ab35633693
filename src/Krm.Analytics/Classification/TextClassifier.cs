using Krm.Analytics.Classification.Models;
using Krm.Analytics.Text;

namespace Krm.Analytics.Classification;

/// <summary>A trained linear classifier over words, word pairs and fragments of words.</summary>
/// <remarks>
/// Immutable and thread-safe: create it once, share it between threads; the result does not depend on who else uses it.
/// Classifying is linear in the text, allocates nothing but the result and reads at most the first 8,192 words and marks.
/// Categories come from the closed list of the model, never from the text.
/// </remarks>
public sealed class TextClassifier : ITextClassifier
{
    /// <summary>Below this confidence <see cref="Classify(ReadOnlySpan{char})"/> abstains unless told otherwise.</summary>
    public const double DefaultThreshold = 0.5;

    private readonly ModelContent _content;
    private readonly LinearModel _model;
    private readonly CategoryMapping _mapping;

    [ThreadStatic]
    private static ScannedText? _scanned;

    internal TextClassifier(ModelContent content)
        : this(content, new LinearModel(content), DefaultThreshold, CategoryMapping.None(content.Categories))
    {
    }

    private TextClassifier(ModelContent content, LinearModel model, double threshold, CategoryMapping mapping)
    {
        _content = content;
        _model = model;
        _mapping = mapping;
        Threshold = threshold;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Categories => _mapping.Categories;

    /// <summary>
    /// Confidence below which the classifier abstains, 0–1, default <see cref="DefaultThreshold"/>; infinite if
    /// <see cref="WithErrorRate"/> was asked for what the model cannot promise for any text.
    /// </summary>
    public double Threshold { get; }

    /// <summary>Where the model comes from and how well it did.</summary>
    public ModelMetadata Metadata => _content.Metadata;

    /// <summary>Reads a model file.</summary>
    /// <param name="source">The file from its first byte; read to its end, not closed.</param>
    /// <returns>The classifier as it was trained: default threshold, no category withdrawn.</returns>
    /// <exception cref="ModelFormatException">The file is no model, truncated, altered, too new or contradictory.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    public static TextClassifier Read(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new TextClassifier(ModelFiles.ModelReader.Read(source));
    }

    /// <summary>Writes the model file: the same model gives the same bytes. Threshold and withdrawn categories are not part of it.</summary>
    /// <param name="target">Where to write; not closed.</param>
    /// <exception cref="IOException">The target cannot be written.</exception>
    public void Write(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        ModelFiles.ModelWriter.Write(_content, target);
    }

    /// <summary>The same classifier with another threshold.</summary>
    /// <param name="threshold">Confidence below which it abstains, 0 (answer whenever the text says enough that is known) to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A threshold outside 0–1.</exception>
    public TextClassifier WithThreshold(double threshold)
    {
        if (!(threshold is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "The threshold is a probability from 0 to 1.");
        }

        return new TextClassifier(_content, _model, threshold, _mapping);
    }

    /// <summary>The same classifier with the threshold from which on at most a promised share of the answers is wrong.</summary>
    /// <param name="errorRate">Promised share of wrong answers among the answered texts, above 0 and below 1.</param>
    /// <returns>A classifier that abstains from every text if the model cannot promise the rate.</returns>
    /// <remarks>
    /// Holds for texts of the same kind as the training cases (exchangeable), with a risk of one in ten over the draw of
    /// these cases; not after a drift, and not for withdrawn categories.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A rate outside (0, 1).</exception>
    public TextClassifier WithErrorRate(double errorRate)
    {
        if (!(errorRate is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(errorRate), errorRate, "The promised error rate must lie above 0 and below 1, for instance 0.1.");
        }

        return new TextClassifier(_content, _model, AbstentionRule.FindThreshold(_content.Outcomes.ToSigned(), errorRate), _mapping);
    }

    /// <summary>The same classifier after categories were withdrawn or renamed.</summary>
    /// <param name="replacements">
    /// For each withdrawn category of the model its successor, which may be new, or null to refuse: a text that most probably
    /// belongs there is then left to a person. Replaces what was withdrawn before.
    /// </param>
    /// <exception cref="ArgumentException">A withdrawn category the model does not know, a successor that is itself withdrawn, or nothing left.</exception>
    public TextClassifier WithWithdrawn(IReadOnlyDictionary<string, string?> replacements)
    {
        ArgumentNullException.ThrowIfNull(replacements);
        return new TextClassifier(_content, _model, Threshold, CategoryMapping.Create(_content.Categories, replacements));
    }

    /// <inheritdoc/>
    public Prediction Classify(ReadOnlySpan<char> text)
    {
        Span<float> probabilities = stackalloc float[_model.Stride];
        var isUnknown = ComputeProbabilities(text, probabilities, out var refused);
        var names = _mapping.Names;
        var (first, second) = ScoreScale.FindBestTwo(probabilities, names.Length);
        var confidence = probabilities[first];
        return new Prediction(
            names[first],
            confidence,
            isUnknown || confidence < Threshold || refused > confidence,
            second < 0 ? null : names[second],
            second < 0 ? 0 : probabilities[second]);
    }

    /// <summary>All categories, the most probable first.</summary>
    /// <param name="text">The text as the citizen wrote it.</param>
    /// <returns>One entry a category; equal probabilities in the order of <see cref="Categories"/>.</returns>
    public IReadOnlyList<CategoryScore> Rank(ReadOnlySpan<char> text)
    {
        Span<float> probabilities = stackalloc float[_model.Stride];
        ComputeProbabilities(text, probabilities, out _);
        return Rank(probabilities);
    }

    /// <summary>The few categories one of which is right with a given probability: several for a text about several things.</summary>
    /// <param name="text">The text as the citizen wrote it.</param>
    /// <param name="probability">Probability to be reached together, above 0 to 1. Default 0.9.</param>
    /// <returns>The fewest most probable categories that reach it, the most probable first; empty if the text says nothing known.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A probability outside (0, 1].</exception>
    public IReadOnlyList<CategoryScore> Select(ReadOnlySpan<char> text, double probability = 0.9)
    {
        if (!(probability is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "The probability must lie above 0 and at most at 1.");
        }

        Span<float> probabilities = stackalloc float[_model.Stride];
        if (ComputeProbabilities(text, probabilities, out _))
        {
            return [];
        }

        var selected = new List<CategoryScore>();
        var reached = 0.0;
        foreach (var score in Rank(probabilities))
        {
            if (reached >= probability)
            {
                break;
            }

            selected.Add(score);
            reached += score.Probability;
        }

        return selected;
    }

    /// <summary>What in a text weighed for and against a category.</summary>
    /// <param name="text">The text as the citizen wrote it.</param>
    /// <param name="category">A category the model was trained with; null (default) for its most probable one.</param>
    /// <exception cref="ArgumentException">A category the model was not trained with.</exception>
    public Explanation Explain(ReadOnlySpan<char> text, string? category = null)
    {
        Span<float> scores = stackalloc float[_model.Stride];
        var scanned = Scan(text);
        _model.Score(scanned, scores);
        _model.ToProbabilities(scores);
        var place = category is null ? ScoreScale.FindBestTwo(scores, _model.CategoryCount).First : Array.IndexOf(_content.Categories, category);
        return place >= 0
            ? new ModelExplainer(_model, _content).Explain(text, place, scores[place])
            : throw new ArgumentException(
                $"The model was not trained with the category \"{category}\"; it knows {string.Join(", ", _content.Categories)}.", nameof(category));
    }

    private CategoryScore[] Rank(ReadOnlySpan<float> probabilities)
    {
        var scores = new CategoryScore[Categories.Count];
        for (var category = 0; category < scores.Length; category++)
        {
            scores[category] = new CategoryScore(Categories[category], probabilities[category]);
        }

        return [.. scores.OrderByDescending(score => score.Probability)];
    }

    /// <summary>Writes the probabilities of the visible categories; returns whether the text says too little that is known.</summary>
    private bool ComputeProbabilities(ReadOnlySpan<char> text, Span<float> probabilities, out float refused)
    {
        var scanned = Scan(text);
        var familiarity = _model.Score(scanned, probabilities);
        _model.ToProbabilities(probabilities);
        refused = _mapping.Apply(probabilities);
        return familiarity.KnownWords == 0 || familiarity.KnownShare < _content.LeastKnownShare;
    }

    private static ScannedText Scan(ReadOnlySpan<char> text)
    {
        // Scratch only: emptied by every scan, so nothing of one text reaches the next.
        var scanned = _scanned ??= new ScannedText();
        scanned.Scan(text);
        return scanned;
    }
}
