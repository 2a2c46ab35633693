using Krm.Analytics.Classification;
using Krm.Analytics.MLNet.Pipelines;
using Microsoft.ML;

namespace Krm.Analytics.MLNet.Benchmarks;

/// <summary>A way to get a classifier from cases.</summary>
/// <param name="Name">Name in tables.</param>
/// <param name="Train">Trains it.</param>
/// <param name="Write">Writes its model file.</param>
internal sealed record Competitor(string Name, Func<IEnumerable<LabeledText>, ITextClassifier> Train, Action<ITextClassifier, Stream> Write)
{
    public static readonly Competitor BuiltIn = new(
        "Krm, eingebaut", cases => new TextClassifierTrainer().Train(cases), (classifier, target) => ((TextClassifier)classifier).Write(target));

    public static readonly Competitor MaximumEntropy = Adapter("ML.NET, SDCA maximum entropy", MLNetAlgorithm.SdcaMaximumEntropy);

    public static readonly Competitor AveragedPerceptron = Adapter("ML.NET, OVA averaged perceptron", MLNetAlgorithm.AveragedPerceptron);

    /// <summary>What the documentation of ML.NET shows, without anything of this library but the reading of the scores.</summary>
    public static readonly Competitor AsDocumented = new("ML.NET, FeaturizeText und SDCA ohne Einstellungen", TrainAsDocumented, WriteAdapter);

    /// <summary>Krm's classifier as a step of an ML.NET pipeline.</summary>
    public static readonly Competitor KrmInPipeline = new("Krm im ML.NET-Pipeline", TrainInPipeline, WriteAdapter);

    public static readonly Competitor[] All = [BuiltIn, KrmInPipeline, AveragedPerceptron, MaximumEntropy, AsDocumented];

    private static Competitor Adapter(string name, MLNetAlgorithm algorithm) =>
        new(name, cases => new MLNetTrainer(new MLNetTrainerOptions { Algorithm = algorithm }).Train(cases), WriteAdapter);

    private static MLNetClassifier TrainAsDocumented(IEnumerable<LabeledText> cases)
    {
        var context = new MLContext(seed: 0);
        var data = Load(context, cases);
        var model = context.Transforms.Conversion.MapValueToKey("Label")
            .Append(context.Transforms.Text.FeaturizeText("Features", "Text"))
            .AppendCacheCheckpoint(context)
            .Append(context.MulticlassClassification.Trainers.SdcaMaximumEntropy())
            .Fit(data);
        return new MLNetClassifier(model, data.Schema);
    }

    private static MLNetClassifier TrainInPipeline(IEnumerable<LabeledText> cases)
    {
        var context = new MLContext(seed: 0);
        var data = Load(context, cases);
        return new MLNetClassifier(new KrmTextClassifierEstimator(context).Fit(data), data.Schema);
    }

    private static IDataView Load(MLContext context, IEnumerable<LabeledText> cases) =>
        context.Data.LoadFromEnumerable(cases.Select(item => new Row { Text = item.Text, Label = item.Category! }).ToArray());

    private static void WriteAdapter(ITextClassifier classifier, Stream target) => ((MLNetClassifier)classifier).Write(target);

    private sealed class Row
    {
        public string Text { get; set; } = "";

        public string Label { get; set; } = "";
    }
}
