using Krm.Analytics.Classification;
using Krm.Analytics.MLNet.Pipelines;
using Krm.Contracts.Classification;
using Microsoft.ML;

namespace Krm.Analytics.MLNet.Tests.Contracts;

/// <summary>Krm's classifier in a pipeline of ML.NET, saved, loaded and asked through ML.NET again.</summary>
public sealed class KrmInPipelineContractTests : TextClassifierContract
{
    private static readonly ITextClassifier Trained = TrainInPipeline(ContractCases.Create(600));

    protected override ITextClassifier Classifier => Trained;

    protected override ITextClassifier Train(IReadOnlyList<LabeledText> cases) => TrainInPipeline(cases);

    private static MLNetClassifier TrainInPipeline(IEnumerable<LabeledText> cases)
    {
        var context = new MLContext(seed: 0);
        var data = context.Data.LoadFromEnumerable(cases.Select(item => new Case { Text = item.Text, Label = item.Category! }));
        var model = new KrmTextClassifierEstimator(context).Fit(data);
        using var file = new MemoryStream();
        context.Model.Save(model, data.Schema, file);
        file.Position = 0;
        return MLNetClassifier.Read(file);
    }
}
