using Krm.Analytics.Classification;
using Krm.Contracts.Classification;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ML;

namespace Krm.Analytics.MLNet.Tests;

public sealed class KrmMLNetServiceCollectionExtensionsTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"krm-{Environment.ProcessId}-{nameof(KrmMLNetServiceCollectionExtensionsTests)}.zip");

    public KrmMLNetServiceCollectionExtensionsTests()
    {
        using var file = File.Create(_file);
        HostModels.Context.Model.Save(HostModels.Usual, HostModels.Cases.Schema, file);
    }

    [Fact]
    public void AddKrmMlNet_ModelFile_GivesOneClassifier()
    {
        using var provider = new ServiceCollection().AddKrmMlNet(_file, new MLNetClassifierOptions { Threshold = 0.9 }).BuildServiceProvider();

        var classifier = provider.GetRequiredService<ITextClassifier>();

        Assert.Same(classifier, provider.GetRequiredService<MLNetClassifier>());
        Assert.Equal(0.9, provider.GetRequiredService<MLNetClassifier>().Threshold);
        Assert.Equal("Müll", classifier.Classify("Sperrmüll und eine Matratze").Category);
    }

    [Fact]
    public void AddKrmMlNet_BesideAPool_SameModelAndAnswers()
    {
        var services = new ServiceCollection();
        services.AddPredictionEnginePool<Case, Answer>().FromFile(_file, watchForChanges: false);
        services.AddPredictionEnginePool<Case, Answer>().FromFile("named", _file, watchForChanges: false);
        services.AddKrmMlNet<Case, Answer>();
        services.AddKeyedSingleton<ITextClassifier>("named", (provider, _) => new ServiceCollection()
            .AddSingleton(provider.GetRequiredService<PredictionEnginePool<Case, Answer>>())
            .AddKrmMlNet<Case, Answer>("named").BuildServiceProvider().GetRequiredService<ITextClassifier>());
        using var provider = services.BuildServiceProvider();
        var pool = provider.GetRequiredService<PredictionEnginePool<Case, Answer>>();
        var classifier = provider.GetRequiredService<ITextClassifier>();
        var named = provider.GetRequiredKeyedService<ITextClassifier>("named");

        foreach (var item in ContractCases.Create(50, seed: 9))
        {
            var answer = pool.Predict(new Case { Text = item.Text });

            Assert.Equal(answer.PredictedLabel, classifier.Classify(item.Text).Category);
            Assert.Equal(answer.PredictedLabel, named.Classify(item.Text).Category);
        }

        Assert.True(classifier.Classify("").IsAbstained);
    }

    [Fact]
    public void AddKrmMlNet_ClassifierRegisteredBefore_Stays()
    {
        var own = new MLNetClassifier(HostModels.Usual, HostModels.Cases.Schema);
        using var provider = new ServiceCollection().AddSingleton<ITextClassifier>(own).AddKrmMlNet("missing.zip").BuildServiceProvider();

        Assert.Same(own, provider.GetRequiredService<ITextClassifier>());
    }

    [Fact]
    public void AddKrmMlNet_MissingFile_SaysSoWhenAsked()
    {
        using var provider = new ServiceCollection().AddKrmMlNet("missing.zip").BuildServiceProvider();

        Assert.Throws<FileNotFoundException>(() => provider.GetRequiredService<ITextClassifier>());
    }

    public void Dispose() => File.Delete(_file);
}
