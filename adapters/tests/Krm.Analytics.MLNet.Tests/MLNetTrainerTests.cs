using Krm.Analytics.Classification;
using Krm.Contracts.Classification;
using Microsoft.ML;

namespace Krm.Analytics.MLNet.Tests;

public sealed class MLNetTrainerTests
{
    private static readonly LabeledText[] Cases = ContractCases.Create(200);

    [Fact]
    public void Train_WordsThatDifferInAnUmlaut_AreToldApart()
    {
        LabeledText[] cases =
        [
            .. Enumerable.Range(0, 60).Select(index => index % 2 == 0
                ? new LabeledText("Formular drucken bitte", "Büro")
                : new LabeledText("Schuhe drücken bitte", "Sport")),
        ];
        var classifier = new MLNetTrainer().Train(cases).WithThreshold(0);

        Assert.Equal("Büro", classifier.Classify("drucken").Category);
        Assert.Equal("Sport", classifier.Classify("drücken").Category);
    }

    [Fact]
    public void Train_UnknownCompoundOfKnownParts_FindsItsCategory()
    {
        var classifier = new MLNetTrainer().Train(ContractCases.Create(600)).WithThreshold(0);

        Assert.Equal("Müll", classifier.Classify("Sperrmüllabfuhr am Bahnhof").Category);
    }

    [Fact]
    public void Train_CasesWithoutCategory_AreSkipped()
    {
        var classifier = new MLNetTrainer().Train([.. Cases, new LabeledText("niemand", null), new LabeledText("niemand", "")]);

        Assert.Equal(4, classifier.Categories.Count);
    }

    [Fact]
    public void Train_OneCategory_Throws()
    {
        Assert.Throws<ArgumentException>(() => new MLNetTrainer().Train([new LabeledText("Müllsack", "Müll")]));
    }

    [Theory]
    [InlineData(MLNetAlgorithm.SdcaMaximumEntropy)]
    [InlineData(MLNetAlgorithm.AveragedPerceptron)]
    public void Train_CategoryOfASingleCase_KeepsItsPlace(MLNetAlgorithm algorithm)
    {
        var classifier = new MLNetTrainer(new MLNetTrainerOptions { Algorithm = algorithm }).Train([new LabeledText("Lärm durch Hubschrauber", "Lärm"), .. Cases]);

        Assert.Equal("Lärm", classifier.Categories[0]);
        Assert.Equal("Müll", classifier.Classify("Sperrmüll und eine Matratze").Category);
    }

    [Fact]
    public void Train_Cancelled_Stops()
    {
        Assert.Throws<OperationCanceledException>(() => new MLNetTrainer().Train(Cases, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Train_OtherTextColumn_IsInTheModel()
    {
        var classifier = new MLNetTrainer(new MLNetTrainerOptions { TextColumn = "Meldung" }).Train(Cases);

        Assert.Equal("Meldung", Assert.Single(classifier.InputSchema).Name);
        Assert.Equal("Müll", classifier.Classify("Sperrmüll und eine Matratze").Category);
    }

    [Fact]
    public void CreatePipeline_InAHostsPipeline_Trains()
    {
        var context = HostModels.Context;
        var model = context.Transforms.Conversion.MapValueToKey("Label").Append(new MLNetTrainer().CreatePipeline(context)).Fit(HostModels.Cases);

        var metrics = context.MulticlassClassification.Evaluate(model.Transform(HostModels.Cases));

        Assert.True(metrics.MicroAccuracy > 0.97, $"accuracy {metrics.MicroAccuracy}");
    }

    [Fact]
    public void Constructor_SettingOutsideItsRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new MLNetTrainer(new MLNetTrainerOptions { Folds = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MLNetTrainer(new MLNetTrainerOptions { Iterations = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MLNetTrainer(new MLNetTrainerOptions { L2Regularization = float.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MLNetTrainer(new MLNetTrainerOptions { Algorithm = (MLNetAlgorithm)7 }));
        Assert.Throws<ArgumentException>(() => new MLNetTrainer(new MLNetTrainerOptions { TextColumn = " " }));
    }
}
