using System.Diagnostics.CodeAnalysis;
using Krm.Analytics.Classification;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Krm.Analytics.MLNet.Pipelines;

/// <summary>Krm's own text classifier as a trainer in a pipeline of ML.NET.</summary>
/// <remarks>
/// Takes the text itself, no features. Adds <c>PredictedLabel</c> (a key), <c>Score</c> (a probability a category, its
/// places named) and <c>IsAbstained</c>. If the label is a key, as <c>MapValueToKey</c> makes it, keys and scores keep its
/// order, so <c>MulticlassClassification.Evaluate</c> and <c>MapKeyToValue</c> work as after any trainer. The model is saved
/// and loaded with <c>MLContext.Model</c>; the program that loads needs this assembly, but no registration. Thread-safe.
/// </remarks>
/// <example>
/// <code>
/// var pipeline = context.Transforms.Conversion.MapValueToKey("Label")
///     .Append(new KrmTextClassifierEstimator(context))
///     .Append(context.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
/// </code>
/// </example>
[RequiresUnreferencedCode(TrimmingWarnings.Unreferenced)]
[RequiresDynamicCode(TrimmingWarnings.Dynamic)]
public sealed class KrmTextClassifierEstimator : IEstimator<KrmTextClassifierTransformer>
{
    private readonly MLContext _context;
    private readonly TextClassifierTrainer _trainer;
    private readonly string _textColumn;
    private readonly string _labelColumn;
    private readonly double _threshold;

    /// <summary>Creates the trainer.</summary>
    /// <param name="context">The host's context.</param>
    /// <param name="textColumn">Column of the texts. Default <c>Text</c>.</param>
    /// <param name="labelColumn">Column of the categories, text or a key with text values. Default <c>Label</c>.</param>
    /// <param name="options">Settings of Krm's training; null for the defaults.</param>
    /// <param name="threshold">Confidence below which <c>IsAbstained</c> is true, 0–1. Default <see cref="TextClassifier.DefaultThreshold"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting outside its range.</exception>
    public KrmTextClassifierEstimator(
        MLContext context,
        string textColumn = "Text",
        string labelColumn = "Label",
        TrainingOptions? options = null,
        double threshold = TextClassifier.DefaultThreshold)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentException.ThrowIfNullOrWhiteSpace(textColumn);
        ArgumentException.ThrowIfNullOrWhiteSpace(labelColumn);
        KrmTextClassifierTransformer.GuardThreshold(threshold, nameof(threshold));
        (_context, _textColumn, _labelColumn, _threshold) = (context, textColumn, labelColumn, threshold);
        _trainer = new TextClassifierTrainer(options);
    }

    /// <summary>Trains Krm's classifier on the rows that have a label.</summary>
    /// <param name="input">The training data; read once.</param>
    /// <exception cref="ArgumentException">A column is missing or of the wrong type, or there are fewer than two categories.</exception>
    public KrmTextClassifierTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var labels = LabelReader.Create(Find(input.Schema, _labelColumn));
        if (Find(input.Schema, _textColumn).Type is not TextDataViewType)
        {
            throw new ArgumentException($"The column \"{_textColumn}\" is not text.", nameof(input));
        }

        var classifier = _trainer.Train(Read(input, labels));
        return new KrmTextClassifierTransformer(_context, classifier, labels.Order(classifier.Categories), _textColumn, _threshold);
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) =>
        KrmPipeline.Create(_context, "", [""], [""], (float)_threshold, _textColumn).GetOutputSchema(inputSchema);

    private IEnumerable<LabeledText> Read(IDataView input, LabelReader labels)
    {
        var textColumn = input.Schema[_textColumn];
        var labelColumn = input.Schema[_labelColumn];
        using var cursor = input.GetRowCursor([textColumn, labelColumn]);
        var readText = cursor.GetGetter<ReadOnlyMemory<char>>(textColumn);
        var readLabel = labels.GetGetter(cursor, labelColumn);
        var text = default(ReadOnlyMemory<char>);
        while (cursor.MoveNext())
        {
            readText(ref text);
            yield return new LabeledText(text.ToString(), readLabel());
        }
    }

    private static DataViewSchema.Column Find(DataViewSchema schema, string name) =>
        schema.GetColumnOrNull(name)
        ?? throw new ArgumentException(
            $"There is no column \"{name}\"; the data has {string.Join(", ", schema.Where(column => !column.IsHidden).Select(column => $"\"{column.Name}\""))}.");
}
