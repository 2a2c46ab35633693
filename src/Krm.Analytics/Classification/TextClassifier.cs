using Krm.Analytics.Text;

namespace Krm.Analytics.Classification;

/// <summary>A trained linear classifier over words, word pairs and fragments of words.</summary>
/// <remarks>
/// Immutable and thread-safe: create it once, share it between threads; the result does not depend on who else uses it.
/// Classifying is linear in the text, allocates nothing but the result and reads at most the first 8,192 words. Categories
/// come from the closed list of the model, never from the text.
/// </remarks>
public sealed class TextClassifier : ITextClassifier
{
    /// <summary>Below this confidence <see cref="Classify(ReadOnlySpan{char})"/> abstains unless told otherwise.</summary>
    public const double DefaultThreshold = 0.5;

    private readonly ModelContent _content;
    private readonly LinearModel _model;

    [ThreadStatic]
    private static ScannedText? _scanned;

    internal TextClassifier(ModelContent content)
        : this(content, new LinearModel(content), DefaultThreshold)
    {
    }

    private TextClassifier(ModelContent content, LinearModel model, double threshold)
    {
        _content = content;
        _model = model;
        Threshold = threshold;
        Categories = Array.AsReadOnly(content.Categories);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>Confidence below which the classifier abstains, 0–1; default <see cref="DefaultThreshold"/>.</summary>
    public double Threshold { get; }

    /// <summary>Where the model comes from and how well it did.</summary>
    public ModelMetadata Metadata => _content.Metadata;

    /// <summary>Reads a model file.</summary>
    /// <param name="source">The file from its first byte; read to its end, not closed.</param>
    /// <returns>The classifier as it was written, with the default threshold.</returns>
    /// <exception cref="ModelFormatException">The file is no model, truncated, altered, too new or contradictory.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    public static TextClassifier Read(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new TextClassifier(ModelFiles.ModelReader.Read(source));
    }

    /// <summary>Writes the model file: the same classifier gives the same bytes.</summary>
    /// <param name="target">Where to write; not closed.</param>
    /// <exception cref="IOException">The target cannot be written.</exception>
    public void Write(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        ModelFiles.ModelWriter.Write(_content, target);
    }

    /// <summary>The same classifier with another threshold.</summary>
    /// <param name="threshold">Confidence below which it abstains, 0 (answer whenever the text says anything known) to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A threshold outside 0–1.</exception>
    public TextClassifier WithThreshold(double threshold)
    {
        if (!(threshold is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "The threshold is a probability from 0 to 1.");
        }

        return new TextClassifier(_content, _model, threshold);
    }

    /// <inheritdoc/>
    public Prediction Classify(ReadOnlySpan<char> text)
    {
        Span<float> probabilities = stackalloc float[_model.Stride];
        var known = ComputeProbabilities(text, probabilities);
        var (first, second) = FindBestTwo(probabilities[.._model.CategoryCount]);
        var confidence = probabilities[first];
        return new Prediction(
            _content.Categories[first],
            confidence,
            known == 0 || confidence < Threshold,
            second < 0 ? null : _content.Categories[second],
            second < 0 ? 0 : probabilities[second]);
    }

    /// <summary>All categories, the most probable first.</summary>
    /// <param name="text">The text as the citizen wrote it.</param>
    /// <returns>One entry a category; equal probabilities in the order of the model.</returns>
    public IReadOnlyList<CategoryScore> Rank(ReadOnlySpan<char> text)
    {
        Span<float> probabilities = stackalloc float[_model.Stride];
        ComputeProbabilities(text, probabilities);
        var scores = new CategoryScore[_model.CategoryCount];
        for (var category = 0; category < scores.Length; category++)
        {
            scores[category] = new CategoryScore(_content.Categories[category], probabilities[category]);
        }

        return [.. scores.OrderByDescending(score => score.Probability)];
    }

    private int ComputeProbabilities(ReadOnlySpan<char> text, Span<float> probabilities)
    {
        // Scratch only: emptied by every scan, so nothing of one text reaches the next.
        var scanned = _scanned ??= new ScannedText();
        scanned.Scan(text);
        var known = _model.Score(scanned, probabilities);
        _model.ToProbabilities(probabilities);
        return known;
    }

    private static (int First, int Second) FindBestTwo(ReadOnlySpan<float> probabilities)
    {
        var first = 0;
        var second = -1;
        for (var category = 1; category < probabilities.Length; category++)
        {
            if (probabilities[category] > probabilities[first])
            {
                second = first;
                first = category;
            }
            else if (second < 0 || probabilities[category] > probabilities[second])
            {
                second = category;
            }
        }

        return (first, second);
    }
}
