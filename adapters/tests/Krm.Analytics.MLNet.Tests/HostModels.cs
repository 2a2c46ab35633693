using Krm.Contracts.Classification;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Krm.Analytics.MLNet.Tests;

/// <summary>Models as hosts train them with ML.NET alone.</summary>
internal static class HostModels
{
    public static readonly MLContext Context = new(seed: 0);

    public static IDataView Cases { get; } = Context.Data.LoadFromEnumerable(
        ContractCases.Create(600).Select(item => new Case { Text = item.Text, Label = item.Category! }).ToArray());

    /// <summary>What the documentation of ML.NET shows: label to key, FeaturizeText, trainer, key to label.</summary>
    public static TransformerChain<Microsoft.ML.Transforms.KeyToValueMappingTransformer> Usual { get; } = Context.Transforms.Conversion.MapValueToKey("Label")
        .Append(Context.Transforms.Text.FeaturizeText("Features", "Text"))
        .Append(Context.MulticlassClassification.Trainers.LbfgsMaximumEntropy())
        .Append(Context.Transforms.Conversion.MapKeyToValue("PredictedLabel"))
        .Fit(Cases);

    public static MemoryStream Save(ITransformer model, DataViewSchema schema)
    {
        var file = new MemoryStream();
        Context.Model.Save(model, schema, file);
        file.Position = 0;
        return file;
    }

    /// <summary>The columns of a row type.</summary>
    public static DataViewSchema SchemaOf<TRow>()
        where TRow : class => Context.Data.LoadFromEnumerable<TRow>([]).Schema;

    /// <summary>The names of the places of the scores.</summary>
    public static string[] SlotNames(IDataView output)
    {
        var names = default(VBuffer<ReadOnlyMemory<char>>);
        output.Schema["Score"].GetSlotNames(ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }
}
