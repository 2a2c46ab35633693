using Krm.Analytics.Classification;
using Krm.Analytics.MLNet.Pipelines;
using Krm.Contracts.Classification;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ML;
using Microsoft.ML;

namespace Krm.Analytics.MLNet.Tests;

/// <summary>The examples of adapters/README.md, compiled and run.</summary>
public sealed class ReadmeExamples : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"krm-{Environment.ProcessId}-{nameof(ReadmeExamples)}.zip");

    [Fact]
    public void Models_OfMlNet_AtThePortOfTheFamily()
    {
        var cases = ContractCases.Create(200);
        var texts = cases.Select(item => item.Text);
        var path = _file;
        var services = new ServiceCollection();
        var abstained = 0;

        // README
        var classifier = new MLNetTrainer().Train(cases);
        using (var file = File.Create(path))
        {
            classifier.Write(file);
        }

        using var model = File.OpenRead(path);
        var read = MLNetClassifier.Read(model);
        foreach (var prediction in classifier.ClassifyAll(texts))
        {
            abstained += prediction.IsAbstained ? 1 : 0;
        }

        services.AddPredictionEnginePool<TextOnly, Answer>().FromFile(path);
        services.AddKrmMlNet<TextOnly, Answer>();
        // END

        using var provider = services.BuildServiceProvider();
        Assert.InRange(abstained, 0, cases.Length / 10);
        Assert.Equal(
            read.Classify("Sperrmüll und eine Matratze").Category,
            provider.GetRequiredService<ITextClassifier>().Classify("Sperrmüll und eine Matratze").Category);
    }

    [Fact]
    public void Classifier_OfTheFamily_InAPipelineOfMlNet()
    {
        var context = HostModels.Context;
        var data = HostModels.Cases;
        var path = _file;

        // README
        var pipeline = context.Transforms.Conversion.MapValueToKey("Label")
            .Append(new KrmTextClassifierEstimator(context))
            .Append(context.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
        context.Model.Save(pipeline.Fit(data), data.Schema, path);
        // END

        Assert.NotNull(context.Model.Load(path, out _));
    }

    public void Dispose() => File.Delete(_file);
}
