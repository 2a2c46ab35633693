using Krm.Analytics.Classification;
using Krm.Analytics.Evaluation;
using Krm.Contracts.Classification;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Krm.Analytics.MLNet.Tests;

public sealed class MLNetClassifierTests
{
    private static readonly MLNetClassifier Trained = new MLNetTrainer().Train(ContractCases.Create(600));
    private static readonly MLNetClassifier Host = new(HostModels.Usual, HostModels.Cases.Schema);

    [Fact]
    public void Classify_ModelOfAHost_SameAsItsPredictionEngine()
    {
        using var engine = HostModels.Context.Model.CreatePredictionEngine<Case, Answer>(HostModels.Usual);

        foreach (var item in ContractCases.Create(100, seed: 9))
        {
            var expected = engine.Predict(new Case { Text = item.Text });
            var actual = Host.Classify(item.Text);

            Assert.Equal(expected.PredictedLabel, actual.Category);
            Assert.Equal(expected.Score.Max(), actual.Confidence, 1e-5);
        }
    }

    [Fact]
    public void Categories_ModelOfAHost_InOrderOfItsScoresNotOfTheAlphabet()
    {
        Assert.Equal(["Straße", "Müll", "Parken", "Grün"], Host.Categories);
        Assert.Equal(HostModels.SlotNames(HostModels.Usual.Transform(HostModels.Cases)), Host.Categories);
    }

    /// <summary>The trap: the engine gives an empty text a category with a confidence that would pass the usual threshold.</summary>
    [Fact]
    public void Classify_EmptyText_AbstainsWhereTheEngineAnswers()
    {
        var context = new MLContext(seed: 0);
        var rows = Enumerable.Range(0, 200).Select(index => new Case { Text = index % 20 == 0 ? "Hecke" : "Müllsack", Label = index % 20 == 0 ? "Grün" : "Müll" });
        var data = context.Data.LoadFromEnumerable(rows.Append(new Case { Text = "Auto", Label = "Parken" }).ToArray());
        var model = context.Transforms.Conversion.MapValueToKey("Label")
            .Append(context.Transforms.Text.FeaturizeText("Features", "Text"))
            .Append(context.MulticlassClassification.Trainers.LbfgsMaximumEntropy())
            .Append(context.Transforms.Conversion.MapKeyToValue("PredictedLabel"))
            .Fit(data);
        using var engine = context.Model.CreatePredictionEngine<Case, Answer>(model);

        var answer = engine.Predict(new Case { Text = "" });
        var prediction = new MLNetClassifier(model, data.Schema).Classify("");

        Assert.True(answer.Score.Max() > TextClassifier.DefaultThreshold, $"the engine's confidence is {answer.Score.Max()}");
        Assert.Equal(answer.PredictedLabel, prediction.Category);
        Assert.True(prediction.IsAbstained);
    }

    [Fact]
    public void ClassifyAll_ManyTexts_SameAsOneByOneInTheirOrder()
    {
        string[] texts = [.. ContractCases.Create(2500, seed: 4).Select(item => item.Text), "", "Sperrmüll\nMatratze", "qwxyz"];

        Assert.Equal(texts.Select(text => Trained.Classify(text)), Trained.ClassifyAll(texts));
        Assert.Equal(texts.Select(text => Host.Classify(text)), Host.ClassifyAll(texts));
    }

    [Fact]
    public void Rank_AnyText_AllCategoriesFallingAddUpToOne()
    {
        var ranking = Trained.Rank("Schlagloch auf dem Parkplatz");

        Assert.Equal(Trained.Categories.Order(StringComparer.Ordinal), ranking.Select(score => score.Category).Order(StringComparer.Ordinal));
        Assert.Equal(1, ranking.Sum(score => score.Probability), 5);
        Assert.Equal(ranking.OrderByDescending(score => score.Probability), ranking);
        Assert.Equal(Trained.Classify("Schlagloch auf dem Parkplatz").Category, ranking[0].Category);
    }

    [Fact]
    public void Read_WrittenModel_SameAnswersAndNames()
    {
        using var file = new MemoryStream();
        Trained.Write(file);
        file.Position = 0;
        var read = MLNetClassifier.Read(file);

        Assert.Equal(Trained.Categories, read.Categories);
        Assert.All(ContractCases.Create(100, seed: 9), item => Assert.Equal(Trained.Classify(item.Text), read.Classify(item.Text)));
        Assert.True(read.Classify("There has been rubbish lying around our house for weeks").IsAbstained);
    }

    [Fact]
    public void Read_ModelOfAHost_SameAnswersAsInMemory()
    {
        using var file = HostModels.Save(HostModels.Usual, HostModels.Cases.Schema);

        var read = MLNetClassifier.Read(file);

        Assert.All(ContractCases.Create(100, seed: 9), item => Assert.Equal(Host.Classify(item.Text), read.Classify(item.Text)));
    }

    [Fact]
    public void Model_InThePredictionEngineOfAHost_SameAnswers()
    {
        using var engine = HostModels.Context.Model.CreatePredictionEngine<TextOnly, Answer>(Trained.Model);

        foreach (var item in ContractCases.Create(100, seed: 9))
        {
            var answer = engine.Predict(new TextOnly { Text = item.Text });

            Assert.Equal(Trained.Classify(item.Text).Category, answer.PredictedLabel);
            Assert.Equal(Trained.Classify(item.Text).Confidence, answer.Score.Max(), 1e-5);
        }
    }

    [Fact]
    public void WithCalibration_OverconfidentModel_ErrsLessAndKeepsTheOrder()
    {
        var learnt = ContractCases.Create(600, seed: 3, wrongOneIn: 3);
        var context = new MLContext(seed: 0);
        var data = context.Data.LoadFromEnumerable(learnt.Select(item => new Case { Text = item.Text, Label = item.Category! }).ToArray());
        var model = context.Transforms.Conversion.MapValueToKey("Label")
            .Append(context.Transforms.Text.FeaturizeText("Features", "Text"))
            .Append(context.MulticlassClassification.Trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options
            {
                NumberOfThreads = 1,
                L1Regularization = 0,
                L2Regularization = 1e-6f,
            }))
            .Fit(data);
        var raw = new MLNetClassifier(model, data.Schema);

        var calibrated = raw.WithCalibration(ContractCases.Create(400, seed: 8, wrongOneIn: 3));

        var test = ContractCases.Create(600, seed: 13, wrongOneIn: 3);
        var before = ClassificationReport.Evaluate(raw, test);
        var after = ClassificationReport.Evaluate(calibrated, test);
        Assert.Equal(before.Accuracy, after.Accuracy);
        Assert.True(after.CalibrationError < before.CalibrationError / 2, $"before {before.CalibrationError}, after {after.CalibrationError}");
        using var file = new MemoryStream();
        calibrated.Write(file);
        file.Position = 0;
        Assert.Equal(raw.Categories, MLNetClassifier.Read(file).Categories);
    }

    [Fact]
    public void WithCalibration_NoKnownCategory_Throws()
    {
        var exception = Assert.Throws<ArgumentException>(() => Host.WithCalibration([new LabeledText("geheimer Text", "Lärm")]));

        Assert.DoesNotContain("geheim", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void WithThreshold_OutsideProbability_Throws(double threshold)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Host.WithThreshold(threshold));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new MLNetClassifier(HostModels.Usual, HostModels.Cases.Schema, new MLNetClassifierOptions { Threshold = threshold }));
    }

    [Fact]
    public void WithThreshold_One_AbstainsWithTheSameCategory()
    {
        const string Text = "Auto im Rasen";
        var unsure = new MLNetTrainer().Train(ContractCases.Create(300, seed: 3, wrongOneIn: 3));

        Assert.False(unsure.WithThreshold(0).Classify(Text).IsAbstained);
        Assert.True(unsure.WithThreshold(1).Classify(Text).IsAbstained);
        Assert.Equal(unsure.WithThreshold(0).Classify(Text).Category, unsure.WithThreshold(1).Classify(Text).Category);
    }
}
