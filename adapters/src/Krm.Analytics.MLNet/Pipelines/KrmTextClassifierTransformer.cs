using System.Diagnostics.CodeAnalysis;
using Krm.Analytics.Classification;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Krm.Analytics.MLNet.Pipelines;

/// <summary>A trained classifier of Krm as a step in a pipeline of ML.NET.</summary>
/// <remarks>
/// Immutable and thread-safe. <c>MLContext.Model.Load</c> gives back the same steps as ML.NET's own chain of transforms, with
/// the same columns and values.
/// </remarks>
[RequiresUnreferencedCode(TrimmingWarnings.Unreferenced)]
[RequiresDynamicCode(TrimmingWarnings.Dynamic)]
public sealed class KrmTextClassifierTransformer : ITransformer
{
    private readonly ITransformer _chain;

    /// <summary>Puts a classifier that is trained already into a pipeline.</summary>
    /// <param name="context">The host's context.</param>
    /// <param name="classifier">The classifier; its own threshold does not count, withdrawn categories cannot be kept.</param>
    /// <param name="textColumn">Column of the texts. Default <c>Text</c>.</param>
    /// <param name="threshold">Confidence below which <c>IsAbstained</c> is true, 0–1. Default <see cref="TextClassifier.DefaultThreshold"/>.</param>
    /// <exception cref="ArgumentException">Categories of the classifier are withdrawn: its model file would not know.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A threshold outside 0–1.</exception>
    public KrmTextClassifierTransformer(
        MLContext context, TextClassifier classifier, string textColumn = "Text", double threshold = TextClassifier.DefaultThreshold)
        : this(context, classifier, (classifier ?? throw new ArgumentNullException(nameof(classifier))).Categories, textColumn, threshold)
    {
    }

    internal KrmTextClassifierTransformer(
        MLContext context, TextClassifier classifier, IReadOnlyList<string> categories, string textColumn, double threshold)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentException.ThrowIfNullOrWhiteSpace(textColumn);
        GuardThreshold(threshold, nameof(threshold));
        var model = ModelText.Write(classifier);
        var learnt = ModelText.Read(model).Categories;
        if (!learnt.SequenceEqual(classifier.Categories, StringComparer.Ordinal))
        {
            throw new ArgumentException("Categories of the classifier are withdrawn, which a model file cannot keep; withdraw them after reading its answers.", nameof(classifier));
        }

        Classifier = classifier;
        var definition = SchemaDefinition.Create(typeof(InputRow));
        definition[nameof(InputRow.Text)].ColumnName = textColumn;
        _chain = KrmPipeline.Create(context, model, learnt, categories, (float)threshold, textColumn)
            .Fit(context.Data.LoadFromEnumerable<InputRow>([], definition));
    }

    /// <summary>The classifier, for explanations and whatever else ML.NET has no column for.</summary>
    public TextClassifier Classifier { get; }

    bool ITransformer.IsRowToRowMapper => true;

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => _chain.GetOutputSchema(inputSchema);

    /// <inheritdoc/>
    public IDataView Transform(IDataView input) => _chain.Transform(input);

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema) => _chain.GetRowToRowMapper(inputSchema);

    void ICanSaveModel.Save(ModelSaveContext ctx) => _chain.Save(ctx);

    internal static void GuardThreshold(double threshold, string name)
    {
        if (!(threshold is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, threshold, "The threshold is a probability from 0 to 1.");
        }
    }

    private sealed class InputRow
    {
        public string Text { get; set; } = "";
    }
}
