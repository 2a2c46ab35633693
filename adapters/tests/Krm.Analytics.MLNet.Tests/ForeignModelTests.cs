using Krm.Analytics.Classification;
using Krm.Contracts.Classification;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Krm.Analytics.MLNet.Tests;

/// <summary>Models of hosts that are made otherwise than usual, or are no classifiers of texts at all.</summary>
public sealed class ForeignModelTests
{
    private static readonly MLContext Context = HostModels.Context;

    [Fact]
    public void Categories_LabelsAreNumbers_AreReadAsText()
    {
        string[] order = ["Straße", "Müll", "Parken", "Grün"];
        var data = Context.Data.LoadFromEnumerable(
            ContractCases.Create(200).Select(item => new Numbered { Text = item.Text, Label = 40 - (10 * Array.IndexOf(order, item.Category)) }).ToArray());
        var model = Context.Transforms.Conversion.MapValueToKey("Label")
            .Append(Context.Transforms.Text.FeaturizeText("Features", "Text"))
            .Append(Context.MulticlassClassification.Trainers.LbfgsMaximumEntropy())
            .Fit(data);

        var classifier = new MLNetClassifier(model, data.Schema);

        Assert.Equal(["40", "30", "20", "10"], classifier.Categories);
        Assert.Equal("30", classifier.Classify("Sperrmüll und eine Matratze").Category);
    }

    [Fact]
    public void Categories_ModelWithoutNames_HaveToBeGiven()
    {
        string[] order = ["Straße", "Müll", "Parken", "Grün"];
        var data = Context.Data.LoadFromEnumerable(
            ContractCases.Create(200).Select(item => new Keyed { Text = item.Text, Label = (uint)Array.IndexOf(order, item.Category) }).ToArray());
        var model = Context.Transforms.Text.FeaturizeText("Features", "Text")
            .Append(Context.MulticlassClassification.Trainers.LbfgsMaximumEntropy())
            .Fit(data);

        var refused = Assert.Throws<ModelFormatException>(() => new MLNetClassifier(model, data.Schema));
        var classifier = new MLNetClassifier(model, data.Schema, new MLNetClassifierOptions { Categories = order });

        Assert.Contains("which category", refused.Message, StringComparison.Ordinal);
        Assert.Equal("Müll", classifier.Classify("Sperrmüll und eine Matratze").Category);
        Assert.Throws<ModelFormatException>(
            () => new MLNetClassifier(model, data.Schema, new MLNetClassifierOptions { Categories = ["eins", "zwei"] }));
    }

    [Fact]
    public void Classify_ScoresAreMargins_BecomeProbabilitiesAndCanBeCalibrated()
    {
        var model = Context.Transforms.Conversion.MapValueToKey("Label")
            .Append(Context.Transforms.Text.FeaturizeText("Features", "Text"))
            .Append(Context.MulticlassClassification.Trainers.OneVersusAll(
                Context.BinaryClassification.Trainers.AveragedPerceptron(), useProbabilities: false))
            .Fit(HostModels.Cases);
        var raw = new MLNetClassifier(model, HostModels.Cases.Schema);

        var calibrated = raw.WithCalibration(ContractCases.Create(200, seed: 8));

        foreach (var item in ContractCases.Create(50, seed: 9))
        {
            var (first, second) = (raw.Rank(item.Text), calibrated.Rank(item.Text));

            Assert.Equal(1, first.Sum(score => score.Probability), 1e-5);
            Assert.Equal(1, second.Sum(score => score.Probability), 1e-5);
            Assert.Equal(first[0].Category, second[0].Category);
        }
    }

    [Fact]
    public void Constructor_TwoTextColumns_AsksWhichOne()
    {
        var data = Context.Data.LoadFromEnumerable(
            ContractCases.Create(200).Select(item => new Titled { Title = item.Text, Body = "bitte", Label = item.Category! }).ToArray());
        var model = Context.Transforms.Conversion.MapValueToKey("Label")
            .Append(Context.Transforms.Text.FeaturizeText("Features", null, "Title", "Body"))
            .Append(Context.MulticlassClassification.Trainers.LbfgsMaximumEntropy())
            .Fit(data);

        var refused = Assert.Throws<ModelFormatException>(() => new MLNetClassifier(model, data.Schema));
        var classifier = new MLNetClassifier(model, data.Schema, new MLNetClassifierOptions { TextColumn = "Title" });

        Assert.Contains("Title, Body", refused.Message, StringComparison.Ordinal);
        Assert.Equal("Müll", classifier.Classify("Sperrmüll und eine Matratze").Category);
    }

    [Fact]
    public void Constructor_NeedsANumberToo_IsRefused()
    {
        var data = Context.Data.LoadFromEnumerable(
            ContractCases.Create(200).Select(item => new Aged { Text = item.Text, Age = 1, Label = item.Category! }).ToArray());
        var model = Context.Transforms.Conversion.MapValueToKey("Label")
            .Append(Context.Transforms.Text.FeaturizeText("Words", "Text"))
            .Append(Context.Transforms.Concatenate("Features", "Words", "Age"))
            .Append(Context.MulticlassClassification.Trainers.LbfgsMaximumEntropy())
            .Fit(data);

        var refused = Assert.Throws<ModelFormatException>(() => new MLNetClassifier(model, data.Schema));

        Assert.Contains("\"Age\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_NoScores_IsRefusedWithTheColumnsThereAre()
    {
        var model = Context.Transforms.Text.FeaturizeText("Features", "Text").Fit(HostModels.Cases);

        var refused = Assert.Throws<ModelFormatException>(() => new MLNetClassifier(model, HostModels.Cases.Schema));

        Assert.Contains("\"Score\"", refused.Message, StringComparison.Ordinal);
        Assert.Contains("\"Features\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_OtherInputColumns_IsRefused()
    {
        Assert.Throws<ModelFormatException>(() => new MLNetClassifier(HostModels.Usual, HostModels.SchemaOf<Titled>()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("kein Modell")]
    public void Read_NoModel_IsRefused(string content)
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Equal(ModelProblem.NotAModel, Assert.Throws<ModelFormatException>(() => MLNetClassifier.Read(file)).Reason);
    }

    [Fact]
    public void Read_TruncatedModel_IsRefused()
    {
        using var whole = HostModels.Save(HostModels.Usual, HostModels.Cases.Schema);
        using var half = new MemoryStream(whole.ToArray()[..(int)(whole.Length / 2)]);

        Assert.Throws<ModelFormatException>(() => MLNetClassifier.Read(half));
    }

    private sealed class Numbered
    {
        public string Text { get; set; } = "";

        public int Label { get; set; }
    }

    private sealed class Keyed
    {
        public string Text { get; set; } = "";

        [KeyType(4)]
        public uint Label { get; set; }
    }

    private sealed class Titled
    {
        public string Title { get; set; } = "";

        public string Body { get; set; } = "";

        public string Label { get; set; } = "";
    }

    private sealed class Aged
    {
        public string Text { get; set; } = "";

        public float Age { get; set; }

        public string Label { get; set; } = "";
    }
}
