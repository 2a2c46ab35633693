using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Krm.Analytics.MLNet.Pipelines;

/// <summary>The steps of ML.NET around Krm's classifier; all of them are ML.NET's own but one, so any host reads them back.</summary>
internal static class KrmPipeline
{
    private const string OnlyKey = "KrmKey";
    private const string Places = "KrmPlaces";
    private const string SlotNames = "SlotNames";

    /// <summary>Creates the steps.</summary>
    /// <param name="context">The host's context.</param>
    /// <param name="model">The classifier as <see cref="ModelText"/>.</param>
    /// <param name="learnt">Categories of the classifier in its order.</param>
    /// <param name="categories">Categories in the order the pipeline shall have; all learnt ones, and others that were never seen.</param>
    /// <param name="threshold">Confidence below which the pipeline says it abstains.</param>
    /// <param name="textColumn">Column of the texts.</param>
    public static IEstimator<ITransformer> Create(
        MLContext context, string model, IReadOnlyList<string> learnt, IReadOnlyList<string> categories, float threshold, string textColumn)
    {
        var transforms = context.Transforms;
        var models = context.Data.LoadFromEnumerable([new ConstantRow<string> { Value = model }]);
        var places = CreatePlaces(context, learnt, categories);
        var keys = context.Data.LoadFromEnumerable(categories.Select(category => new CategoryRow { Category = category }));
        return transforms.Expression(OnlyKey, $"(text) : {ConstantRow<string>.OnlyKey}", textColumn)
            .Append(transforms.Conversion.MapValue(nameof(KrmModelInput.KrmModel), models, models.Schema["Key"], models.Schema["Value"], OnlyKey))
            .Append(transforms.Conversion.MapValue(Places, places, places.Schema["Key"], places.Schema["Value"], OnlyKey))
            .Append(transforms.Expression(nameof(KrmModelInput.KrmThreshold), $"(text) : {Literal(threshold)}", textColumn))
            .Append(transforms.CopyColumns(nameof(KrmModelInput.KrmText), textColumn))
            .Append(transforms.CustomMapping(new KrmModelStep().GetMapping(), KrmModelStep.Contract))
            .Append(transforms.Expression("Score", PackedScores.Expression("place", "packed"), Places, nameof(KrmModelOutput.KrmScores)))
            .Append(transforms.Conversion.MapValueToKey("PredictedLabel", nameof(KrmModelOutput.KrmCategory), keyData: keys))
            .Append(transforms.DropColumns(
                OnlyKey, Places, nameof(KrmModelInput.KrmModel), nameof(KrmModelInput.KrmThreshold), nameof(KrmModelInput.KrmText),
                nameof(KrmModelOutput.KrmCategory), nameof(KrmModelOutput.KrmScores)));
    }

    /// <summary>For each category the place of its score in the packed text; one behind the last for a category never learnt.</summary>
    private static IDataView CreatePlaces(MLContext context, IReadOnlyList<string> learnt, IReadOnlyList<string> categories)
    {
        var order = learnt.Index().ToDictionary(item => item.Item, item => item.Index, StringComparer.Ordinal);
        var definition = SchemaDefinition.Create(typeof(ConstantRow<int[]>));
        definition["Value"].ColumnType = new VectorDataViewType(NumberDataViewType.Int32, categories.Count);
        definition["Value"].AddAnnotation(
            SlotNames,
            new VBuffer<ReadOnlyMemory<char>>(categories.Count, [.. categories.Select(category => category.AsMemory())]),
            new VectorDataViewType(TextDataViewType.Instance, categories.Count));
        var row = new ConstantRow<int[]> { Value = [.. categories.Select(category => order.GetValueOrDefault(category, learnt.Count))] };
        return context.Data.LoadFromEnumerable([row], definition);
    }

    /// <summary>A number as a Single in ML.NET's expressions.</summary>
    private static string Literal(float value) => value.ToString("F9", CultureInfo.InvariantCulture) + "f";

    private sealed class CategoryRow
    {
        public string Category { get; set; } = "";
    }
}
