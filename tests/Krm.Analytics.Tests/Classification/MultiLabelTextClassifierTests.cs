using Krm.Analytics.Classification;
using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Tests.Classification;

public sealed class MultiLabelTextClassifierTests
{
    private static readonly MultiLabeledText[] Cases = Create(400, seed: 0);
    private static readonly MultiLabelTextClassifier Classifier = new MultiLabelTextClassifierTrainer().Train(Cases);

    [Fact]
    public void Classify_TextAboutTwoThings_GivesBothCategories()
    {
        var prediction = Classifier.Classify("Sperrmüll und Müllsack, dazu ein Schlagloch in der Fahrbahn");

        Assert.Equal(["Müll", "Straße"], prediction.Selected.Select(score => score.Category).Order(StringComparer.Ordinal));
        Assert.False(prediction.IsAbstained);
        Assert.DoesNotContain(prediction.Next!.Value.Category, prediction.Selected.Select(score => score.Category));
    }

    [Fact]
    public void Classify_TextAboutOneThing_GivesOneCategory() =>
        Assert.Equal(["Parken"], Classifier.Classify("Falschparker, Gehweg zugeparkt, Halteverbot").Selected.Select(score => score.Category));

    [Theory]
    [InlineData("")]
    [InlineData("xyzzy plugh qwrtz")]
    public void Classify_NothingKnown_IsLeftToPeople(string text)
    {
        var prediction = Classifier.Classify(text);

        Assert.True(prediction.IsAbstained);
        Assert.Empty(prediction.Selected);
    }

    [Fact]
    public void Evaluate_UnseenCases_AreMostlyRight()
    {
        var report = MultiLabelReport.Evaluate(Classifier, Create(200, seed: 5));

        Assert.Equal(200, report.Count);
        Assert.InRange(report.ExactMatch, 0.8, 1);
        Assert.InRange(report.MicroF1, 0.9, 1);
        Assert.InRange(report.MacroF1, 0.9, 1);
        Assert.Equal(Classifier.Categories, report.PerCategory.Select(result => result.Category));
    }

    [Fact]
    public void Evaluate_NoCase_Throws() => Assert.Throws<ArgumentException>(() => MultiLabelReport.Evaluate(Classifier, []));

    [Fact]
    public void Explain_Category_NamesTheWordsThatWeighed()
    {
        var explanation = Classifier.Explain("Sperrmüll und ein Schlagloch", "Müll");

        Assert.Equal("Müll", explanation.Category);
        Assert.Equal("sperrmuell", explanation.Evidence[0].Term);
        Assert.Throws<ArgumentException>(() => Classifier.Explain("Sperrmüll", "Unbekannt"));
    }

    [Fact]
    public void Rank_HoldsEveryCategory_TheMostProbableFirst()
    {
        var ranked = Classifier.Rank("Müllsack");

        Assert.Equal("Müll", ranked[0].Category);
        Assert.Equal(Classifier.Categories.Count, ranked.Count);
        Assert.Equal(ranked.OrderByDescending(score => score.Probability), ranked);
    }

    [Fact]
    public void Thresholds_OnePerCategory_LieBetweenNullAndOne()
    {
        Assert.Equal(Classifier.Categories, Classifier.Thresholds.Select(item => item.Category));
        Assert.All(Classifier.Thresholds, item => Assert.InRange(item.Threshold, 0, 1));
    }

    [Fact]
    public void Read_WrittenModel_SameAnswersAndBytes()
    {
        var bytes = BytesOf(Classifier);

        var read = MultiLabelTextClassifier.Read(new MemoryStream(bytes));

        Assert.Equal(bytes, BytesOf(read));
        Assert.Equal(Classifier.Rank("Sperrmüll am Baum"), read.Rank("Sperrmüll am Baum"));
        Assert.Equal(bytes, BytesOf(new MultiLabelTextClassifierTrainer().Train(Cases)));
    }

    [Fact]
    public void Read_AnyByteAlteredOrCut_IsRefused()
    {
        var bytes = BytesOf(Classifier);
        var generator = new SeededGenerator(11);
        for (var round = 0; round < 300; round++)
        {
            var altered = (byte[])bytes.Clone();
            altered[generator.Next(round < 100 ? 64 : bytes.Length)] ^= (byte)(1 + generator.Next(255));
            Assert.Throws<ModelFormatException>(() => MultiLabelTextClassifier.Read(new MemoryStream(altered)));
            Assert.Throws<ModelFormatException>(() => MultiLabelTextClassifier.Read(new MemoryStream(bytes, 0, generator.Next(bytes.Length))));
        }
    }

    [Fact]
    public void Read_ModelWithOneCategoryACase_SaysSo() =>
        Assert.Equal(ModelProblem.NotAModel, Assert.Throws<ModelFormatException>(() => MultiLabelTextClassifier.Read(new MemoryStream(ModelBytes.Of(SampleClassifier.Shared)))).Reason);

    [Fact]
    public void Train_NoCategoryOrOneEverywhere_SaysWhatIsWrong()
    {
        var trainer = new MultiLabelTextClassifierTrainer();

        Assert.Throws<ArgumentException>(() => trainer.Train([new("Müll", []), new("Auto", [])]));
        Assert.Contains("\"Müll\"", Assert.Throws<ArgumentException>(() => trainer.Train([new("Müll", ["Müll"]), new("Sack", ["Müll"])])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Abfall; Lärm;Abfall;", ';', "Abfall,Lärm")]
    [InlineData("Abfall|Lärm", '|', "Abfall,Lärm")]
    [InlineData("", ';', "")]
    public void Parse_OneCell_HoldsSeveralCategories(string cell, char separator, string expected) =>
        Assert.Equal(expected, string.Join(',', MultiLabeledText.Parse("x", cell, separator).Categories));

    /// <summary>One or two sample cases joined to one text.</summary>
    private static MultiLabeledText[] Create(int count, int seed)
    {
        var single = SampleCases.Create(2 * count, seed);
        return
        [
            .. Enumerable.Range(0, count).Select(index => index % 3 == 0
                ? new MultiLabeledText($"{single[2 * index].Text} {single[(2 * index) + 1].Text}", [single[2 * index].Category!, single[(2 * index) + 1].Category!])
                : new MultiLabeledText(single[2 * index].Text, [single[2 * index].Category!])),
        ];
    }

    private static byte[] BytesOf(MultiLabelTextClassifier classifier)
    {
        using var stream = new MemoryStream();
        classifier.Write(stream);
        return stream.ToArray();
    }
}
