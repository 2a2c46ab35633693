using Krm.Analytics.Classification;
using Krm.Analytics.MLNet.Pipelines;
using Krm.Contracts.Classification;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Krm.Analytics.MLNet.Tests.Pipelines;

public sealed class KrmTextClassifierEstimatorTests
{
    private static readonly MLContext Context = HostModels.Context;
    private static readonly TextClassifier BuiltIn = new TextClassifierTrainer().Train(ContractCases.Create(600));

    private static readonly TransformerChain<Microsoft.ML.Transforms.KeyToValueMappingTransformer> Model = Context.Transforms.Conversion.MapValueToKey("Label")
        .Append(new KrmTextClassifierEstimator(Context))
        .Append(Context.Transforms.Conversion.MapKeyToValue("PredictedLabel"))
        .Fit(HostModels.Cases);

    [Fact]
    public void Fit_SameCases_SameAnswersAsTheBuiltInClassifier()
    {
        using var engine = Context.Model.CreatePredictionEngine<Case, Answer>(Model);
        var names = HostModels.SlotNames(Model.Transform(HostModels.Cases));

        foreach (var item in ContractCases.Create(200, seed: 9).Append(new LabeledText("", null)))
        {
            var answer = engine.Predict(new Case { Text = item.Text });

            Assert.Equal(BuiltIn.Classify(item.Text).Category, answer.PredictedLabel);
            foreach (var (category, probability) in BuiltIn.Rank(item.Text))
            {
                Assert.Equal((float)probability, answer.Score[Array.IndexOf(names, category)]);
            }
        }
    }

    [Fact]
    public void Fit_LabelIsAKey_ScoresKeepItsOrder()
    {
        Assert.Equal(["Straße", "Müll", "Parken", "Grün"], HostModels.SlotNames(Model.Transform(HostModels.Cases)));
        Assert.Equal(["Grün", "Müll", "Parken", "Straße"], BuiltIn.Categories);
    }

    [Fact]
    public void Evaluate_ByMlNet_SameAccuracyAsTheBuiltInReport()
    {
        var cases = ContractCases.Create(300, seed: 5, wrongOneIn: 5);
        var data = Context.Data.LoadFromEnumerable(cases.Select(item => new Case { Text = item.Text, Label = item.Category! }).ToArray());
        var model = Context.Transforms.Conversion.MapValueToKey("Label").Append(new KrmTextClassifierEstimator(Context)).Fit(HostModels.Cases);

        var metrics = Context.MulticlassClassification.Evaluate(model.Transform(data));

        Assert.Equal(Analytics.Evaluation.ClassificationReport.Evaluate(BuiltIn, cases).Accuracy, metrics.MicroAccuracy, 6);
        Assert.Equal(4, metrics.ConfusionMatrix.NumberOfClasses);
    }

    [Fact]
    public void CrossValidate_ByMlNet_Works()
    {
        var data = Context.Transforms.Conversion.MapValueToKey("Label").Fit(HostModels.Cases).Transform(HostModels.Cases);

        var results = Context.MulticlassClassification.CrossValidate(data, new KrmTextClassifierEstimator(Context), numberOfFolds: 2);

        Assert.All(results, result => Assert.True(result.Metrics.MicroAccuracy > 0.9));
    }

    [Fact]
    public void Load_SavedModel_SameColumnsAndAnswersWithoutRegistration()
    {
        using var file = HostModels.Save(Model, HostModels.Cases.Schema);
        var loaded = new MLContext().Model.Load(file, out var schema);
        var test = Context.Data.LoadFromEnumerable(ContractCases.Create(50, seed: 9).Select(item => new Case { Text = item.Text, Label = item.Category! }).ToArray());

        var expected = Model.Transform(test);
        var actual = loaded.Transform(test);

        Assert.Equal(["Text", "Label"], schema.Select(column => column.Name));
        Assert.Equal(Describe(expected.Schema), Describe(actual.Schema));
        Assert.Equal(expected.GetColumn<float[]>("Score"), actual.GetColumn<float[]>("Score"));
        Assert.Equal(expected.GetColumn<string>("PredictedLabel"), actual.GetColumn<string>("PredictedLabel"));
        Assert.Equal(expected.GetColumn<bool>("IsAbstained"), actual.GetColumn<bool>("IsAbstained"));
        Assert.Equal(HostModels.SlotNames(expected), HostModels.SlotNames(actual));
    }

    [Fact]
    public void IsAbstained_ByThresholdAndUnknownText_AsTheBuiltInClassifier()
    {
        string[] texts = ["Auto im Rasen", "Sperrmüll am Bahnhof", "", "qwxyz jkvwq"];
        var data = Context.Data.LoadFromEnumerable(texts.Select(text => new TextOnly { Text = text }).ToArray());

        foreach (var threshold in new[] { 0, 0.5, 1 })
        {
            var output = new KrmTextClassifierTransformer(Context, BuiltIn, threshold: threshold).Transform(data);

            Assert.Equal(
                texts.Select(text => BuiltIn.WithThreshold(threshold).Classify(text).IsAbstained), output.GetColumn<bool>("IsAbstained"));
        }
    }

    [Fact]
    public void GetOutputSchema_OfShape_AgreesWithTheModel()
    {
        var estimator = Context.Transforms.Conversion.MapValueToKey("Label").Append(new KrmTextClassifierEstimator(Context, "Text"));
        var chain = estimator.Append(Context.Transforms.Conversion.MapKeyToValue("PredictedLabel"));

        Assert.Equal(["IsAbstained", "Label", "PredictedLabel", "Score", "Text"], Columns(chain.Fit(HostModels.Cases).GetOutputSchema(HostModels.Cases.Schema)));
    }

    [Fact]
    public void Fit_LabelIsText_OrderOfTheClassifier()
    {
        var model = new KrmTextClassifierEstimator(Context).Fit(HostModels.Cases);

        Assert.Equal(["Grün", "Müll", "Parken", "Straße"], HostModels.SlotNames(model.Transform(HostModels.Cases)));
        Assert.Equal("Müll", model.Classifier.Explain("Sperrmüll").Category);
    }

    [Fact]
    public void Fit_KeyThatNoCaseHas_GetsNoProbability()
    {
        var keys = Context.Data.LoadFromEnumerable(new[] { "Lärm", "Straße", "Müll", "Parken", "Grün" }.Select(name => new Case { Label = name }).ToArray());
        var data = Context.Transforms.Conversion.MapValueToKey("Label", keyData: Context.Transforms.SelectColumns("Label").Fit(keys).Transform(keys))
            .Fit(HostModels.Cases).Transform(HostModels.Cases);
        var output = new KrmTextClassifierEstimator(Context).Fit(data).Transform(data);

        Assert.Equal("Lärm", HostModels.SlotNames(output)[0]);
        Assert.All(output.GetColumn<float[]>("Score").Take(20), scores => Assert.Equal(0, scores[0]));
    }

    [Fact]
    public void Fit_WrongColumns_SaysWhichThereAre()
    {
        var missing = Assert.Throws<ArgumentException>(() => new KrmTextClassifierEstimator(Context, labelColumn: "Sachgebiet").Fit(HostModels.Cases));
        Assert.Contains("\"Label\"", missing.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new KrmTextClassifierEstimator(Context, textColumn: "Meldung").Fit(HostModels.Cases));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KrmTextClassifierEstimator(Context, threshold: 2));
    }

    [Fact]
    public void Constructor_WithdrawnCategories_IsRefused()
    {
        var withdrawn = BuiltIn.WithWithdrawn(new Dictionary<string, string?> { ["Müll"] = "Abfall" });

        Assert.Throws<ArgumentException>(() => new KrmTextClassifierTransformer(Context, withdrawn));
    }

    private static string[] Describe(DataViewSchema schema) =>
        [.. schema.Where(column => !column.IsHidden).Select(column => $"{column.Name}: {column.Type}")];

    private static string[] Columns(DataViewSchema schema) =>
        [.. schema.Where(column => !column.IsHidden).Select(column => column.Name).Order(StringComparer.Ordinal)];
}
