using System.Globalization;
using Krm.Analytics.Classification;
using Krm.Analytics.Evaluation;

namespace Krm.Contracts.Classification;

/// <summary>What every <see cref="ITextClassifier"/> promises, whatever engine it runs on.</summary>
public abstract class TextClassifierContract
{
    /// <summary>A classifier trained on <c>ContractCases.Create(600)</c> with the usual threshold, made once.</summary>
    protected abstract ITextClassifier Classifier { get; }

    /// <summary>Trains a classifier with the usual threshold.</summary>
    protected abstract ITextClassifier Train(IReadOnlyList<LabeledText> cases);

    [Fact]
    public void Categories_AreTheClosedListOfTheCases()
    {
        Assert.Equal(["Grün", "Müll", "Parken", "Straße"], Classifier.Categories.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Classify_UnseenTexts_MostlyRight()
    {
        var report = ClassificationReport.Evaluate(Classifier, ContractCases.Create(400, seed: 7));

        Assert.True(report.Accuracy > 0.97, $"accuracy {report.Accuracy}");
        Assert.True(report.MacroF1 > 0.97, $"macro-F1 {report.MacroF1}");
    }

    [Theory]
    [InlineData("Straße", "Schlagloch in der Fahrbahn")]
    [InlineData("Müll", "Sperrmüll und eine Matratze")]
    [InlineData("Parken", "Falschparker im Halteverbot")]
    [InlineData("Grün", "Ast abgebrochen am Spielplatz")]
    public void Classify_EachCategory_CarriesItsOwnName(string category, string text)
    {
        var prediction = Classifier.Classify(text);

        Assert.Equal(category, prediction.Category);
        Assert.False(prediction.IsAbstained);
    }

    [Fact]
    public void Classify_AnyText_IsRankedProbabilityOfKnownCategories()
    {
        foreach (var text in Texts())
        {
            var prediction = Classifier.Classify(text);

            Assert.Contains(prediction.Category, Classifier.Categories);
            Assert.Contains(prediction.Second, Classifier.Categories);
            Assert.NotEqual(prediction.Category, prediction.Second);
            Assert.InRange(prediction.Confidence, 1.0 / Classifier.Categories.Count - 1e-6, 1 + 1e-6);
            Assert.InRange(prediction.SecondConfidence, 0, prediction.Confidence);
            Assert.InRange(prediction.Confidence + prediction.SecondConfidence, 0, 1 + 1e-5);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \t\r\n")]
    [InlineData("!!! ??? ...")]
    [InlineData("\uD83D\uDE00")]
    [InlineData("\0")]
    public void Classify_TextWithoutWords_Abstains(string text)
    {
        Assert.True(Classifier.Classify(text).IsAbstained);
    }

    [Theory]
    [InlineData("qwxyz jkvwq yxcvq")]
    [InlineData("There has been rubbish lying around our house for weeks, please remove everything")]
    [InlineData("Пожалуйста уберите мусор")]
    public void Classify_ForeignOrUnknownText_Abstains(string text)
    {
        Assert.True(Classifier.Classify(text).IsAbstained);
    }

    [Fact]
    public void Classify_UpperCaseOrOtherLines_SameCategory()
    {
        var expected = Classifier.Classify("Schon wieder liegt Sperrmüll am Bahnhof").Category;

        Assert.Equal(expected, Classifier.Classify("SCHON WIEDER LIEGT SPERRMÜLL AM BAHNHOF").Category);
        Assert.Equal(expected, Classifier.Classify("Schon wieder:\r\nliegt Sperrmüll\nam Bahnhof!").Category);
    }

    [Fact]
    public void Classify_NoisyLabels_ConfidenceIsShareOfRightAnswers()
    {
        var report = ClassificationReport.Evaluate(
            Train(ContractCases.Create(900, seed: 3, wrongOneIn: 4)), ContractCases.Create(900, seed: 5, wrongOneIn: 4));

        Assert.True(report.Accuracy > 0.6, $"accuracy {report.Accuracy}");
        Assert.True(report.CalibrationError < 0.1, $"calibration error {report.CalibrationError}");
    }

    [Fact]
    public void Classify_LongAndBrokenTexts_AreAnswered()
    {
        string[] texts =
        [
            new string('x', 1_000_000),
            string.Concat(Enumerable.Repeat("Sperrmüll am Bahnhof ", 50_000)),
            "\uD800 Sperrmüll \uDFFF",
            "Sperrmüll\0Matratze",
            "Mu\u0308ll " + new string('\u0301', 1000),
        ];

        Assert.All(texts, text => Assert.Contains(Classifier.Classify(text).Category, Classifier.Categories));
    }

    [Fact]
    public void Classify_SameTextAgain_SameAnswer()
    {
        var first = Texts().Select(text => Classifier.Classify(text)).ToArray();
        var again = Texts().Reverse().Select(text => Classifier.Classify(text)).Reverse();

        Assert.Equal(first, again);
    }

    [Fact]
    public void Train_SameCases_SameAnswers()
    {
        var cases = ContractCases.Create(200, seed: 11);
        var first = Train(cases);
        var second = Train(cases);

        Assert.All(Texts(), text => Assert.Equal(first.Classify(text), second.Classify(text)));
    }

    [Fact]
    public void Classify_EightThreads_SameAsOne()
    {
        var texts = Texts();
        var expected = texts.Select(text => Classifier.Classify(text)).ToArray();
        var actual = new Prediction[8][];
        var threads = Enumerable.Range(0, 8)
            .Select(thread => new Thread(() => actual[thread] = [.. texts.Select(text => Classifier.Classify(text))]))
            .ToArray();

        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.All(actual, predictions => Assert.Equal(expected, predictions));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Classify_OtherCulture_SameAnswer(string culture)
    {
        var expected = Texts().Select(text => Classifier.Classify(text)).ToArray();
        var actual = Array.Empty<Prediction>();
        var thread = new Thread(() => actual = [.. Texts().Select(text => Classifier.Classify(text))])
        {
            CurrentCulture = CultureInfo.GetCultureInfo(culture),
        };

        thread.Start();
        thread.Join();

        Assert.Equal(expected, actual);
    }

    private static string[] Texts() =>
        [.. ContractCases.Create(200, seed: 21).Select(item => item.Text), "", "Auto", "IN DER HAUPTSTRASSE", "Matratze im Rasen", "qwxyz"];
}
