using System.Diagnostics.CodeAnalysis;
using Krm.Analytics.Classification;
using Krm.Analytics.MLNet.Scoring;
using Krm.Analytics.MLNet.Training;
using Microsoft.ML;

namespace Krm.Analytics.MLNet;

/// <summary>Sorts texts with a model of ML.NET: one this library trained or one the host already has.</summary>
/// <remarks>
/// Immutable and thread-safe: the model is shared, no prediction engine is. What ML.NET answers with full confidence although
/// it knows nothing (an empty text, one without a known word or fragment) is left to a person. Categories come from the names
/// the model keeps for its scores. The first 65,536 characters of a text count. A call costs about what a call of a prediction
/// engine costs; see adapters/README.md for figures.
/// </remarks>
[RequiresUnreferencedCode(TrimmingWarnings.Unreferenced)]
[RequiresDynamicCode(TrimmingWarnings.Dynamic)]
public sealed class MLNetClassifier : ITextClassifier
{
    private readonly ScoringModel _scoring;
    private readonly MLNetClassifierOptions _options;

    /// <summary>Creates a classifier from a model in memory.</summary>
    /// <param name="model">The model: rows in, one answer a row out.</param>
    /// <param name="inputSchema">The columns the model was trained with.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <exception cref="ModelFormatException">The model does not sort texts into categories; the message names every reason.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A threshold outside 0–1.</exception>
    public MLNetClassifier(ITransformer model, DataViewSchema inputSchema, MLNetClassifierOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(inputSchema);
        _options = options ?? new MLNetClassifierOptions();
        GuardThreshold(_options.Threshold, nameof(options));
        _scoring = new ScoringModel(model, inputSchema, _options);
        Model = model;
        InputSchema = inputSchema;
    }

    private MLNetClassifier(MLNetClassifier other, double threshold)
    {
        (_scoring, Model, InputSchema) = (other._scoring, other.Model, other.InputSchema);
        _options = other._options with { Threshold = threshold };
    }

    /// <summary>The model, for use in a pipeline or a pool of prediction engines.</summary>
    public ITransformer Model { get; }

    /// <summary>The columns the model takes.</summary>
    public DataViewSchema InputSchema { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Categories => _scoring.Categories;

    /// <summary>Confidence below which the classifier abstains, 0–1.</summary>
    public double Threshold => _options.Threshold;

    internal double LeastKnownShare => _scoring.LeastKnownShare;

    /// <summary>Reads a model file (.zip) of ML.NET.</summary>
    /// <param name="source">The file from its first byte; not closed.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <remarks>Read only files you trust: ML.NET loads the assemblies a model names.</remarks>
    /// <exception cref="ModelFormatException">The file is no model of ML.NET, or none that sorts texts into categories.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    public static MLNetClassifier Read(Stream source, MLNetClassifierOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ITransformer model;
        DataViewSchema? schema;
        try
        {
            model = new MLContext(seed: 0).Model.Load(source, out schema);
        }
        catch (Exception exception) when (exception is not (IOException or ModelFormatException or OutOfMemoryException))
        {
            throw new ModelFormatException(
                ModelProblem.NotAModel, $"The file is not a model that ML.NET can read here: {exception.Message}", innerException: exception);
        }

        return schema is null
            ? throw new ModelFormatException(ModelProblem.Invalid, "The model file does not say which columns it takes; save it together with the schema of its training data.")
            : new MLNetClassifier(model, schema, options);
    }

    /// <summary>Writes the model file (.zip) of ML.NET. Threshold and options are not part of it.</summary>
    /// <param name="target">Where to write; not closed.</param>
    /// <remarks>The file holds words and fragments of the training texts in clear: anonymise before training.</remarks>
    /// <exception cref="IOException">The target cannot be written.</exception>
    public void Write(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        new MLContext(seed: 0).Model.Save(Model, InputSchema, target);
    }

    /// <summary>The same classifier with another threshold.</summary>
    /// <param name="threshold">Confidence below which it abstains, 0 (answer whenever the text says something known) to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A threshold outside 0–1.</exception>
    public MLNetClassifier WithThreshold(double threshold)
    {
        GuardThreshold(threshold, nameof(threshold));
        return new MLNetClassifier(this, threshold);
    }

    /// <summary>The same classifier with its confidences corrected by cases the model has not learnt from.</summary>
    /// <param name="cases">Cases with their true category, some hundred; those without a category of the model are skipped.</param>
    /// <returns>
    /// A classifier with the same order of categories for each text. The correction is part of <see cref="Model"/> and of the
    /// file, made of ML.NET's own transforms.
    /// </returns>
    /// <remarks>One temperature for all scores (Guo et al., ICML 2017) and one share of labels by chance, of greatest likelihood.</remarks>
    /// <exception cref="ArgumentException">No case has a category of the model.</exception>
    public MLNetClassifier WithCalibration(IEnumerable<LabeledText> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var places = Categories.Index().ToDictionary(item => item.Item, item => item.Index, StringComparer.Ordinal);
        var known = cases.Where(item => item.Category is not null && places.ContainsKey(item.Category)).ToArray();
        if (known.Length == 0)
        {
            throw new ArgumentException($"No case has a category of the model: {string.Join(", ", Categories)}.", nameof(cases));
        }

        var outcomes = _scoring.ScoreAll(known.Select(item => item.Text))
            .Select((scores, index) => (scores.Probabilities, places[known[index].Category!]))
            .ToArray();
        var calibrated = ScoreCalibration.Append(
            new MLContext(seed: 0), Model, InputSchema, _options.ScoreColumn, Categories.Count, ScoreCalibration.Fit(outcomes), _scoring.AreMargins);
        return new MLNetClassifier(calibrated, InputSchema, _options with { Categories = Categories });
    }

    /// <inheritdoc/>
    public Prediction Classify(ReadOnlySpan<char> text) => Predict(_scoring.Score(text));

    /// <summary>Classifies many texts through ML.NET's own batches.</summary>
    /// <param name="texts">The texts; read as the answers are.</param>
    /// <returns>One answer a text, in the order of the texts, the same as <see cref="Classify"/> gives.</returns>
    public IEnumerable<Prediction> ClassifyAll(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return _scoring.ScoreAll(texts).Select(Predict);
    }

    /// <summary>All categories, the most probable first.</summary>
    /// <param name="text">The text as the citizen wrote it.</param>
    /// <returns>One entry a category; equal probabilities in the order of <see cref="Categories"/>.</returns>
    public IReadOnlyList<CategoryScore> Rank(ReadOnlySpan<char> text) =>
    [
        .. _scoring.Score(text).Probabilities
            .Select((probability, place) => new CategoryScore(Categories[place], probability))
            .OrderByDescending(score => score.Probability),
    ];

    internal IEnumerable<TextScores> ScoreAll(IEnumerable<string> texts) => _scoring.ScoreAll(texts);

    private Prediction Predict(TextScores scores)
    {
        var probabilities = scores.Probabilities;
        var first = 0;
        var second = -1;
        for (var place = 1; place < probabilities.Length; place++)
        {
            if (probabilities[place] > probabilities[first])
            {
                (first, second) = (place, first);
            }
            else if (second < 0 || probabilities[place] > probabilities[second])
            {
                second = place;
            }
        }

        return new Prediction(
            Categories[first],
            probabilities[first],
            scores.IsUnknown || probabilities[first] < Threshold,
            second < 0 ? null : Categories[second],
            second < 0 ? 0 : probabilities[second]);
    }

    private static void GuardThreshold(double threshold, string name)
    {
        if (!(threshold is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, threshold, "The threshold is a probability from 0 to 1.");
        }
    }
}
