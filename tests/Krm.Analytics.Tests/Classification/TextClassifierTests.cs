using Krm.Analytics.Classification;
using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Tests.Classification;

public sealed class TextClassifierTests
{
    private static readonly TextClassifier Classifier = SampleClassifier.Shared;

    [Fact]
    public void Classify_UnseenTexts_MostlyRight()
    {
        var report = ClassificationReport.Evaluate(Classifier, SampleCases.Create(400, seed: 7));

        Assert.True(report.Accuracy > 0.97, $"accuracy {report.Accuracy}");
        Assert.True(report.MacroF1 > 0.97, $"macro-F1 {report.MacroF1}");
    }

    [Fact]
    public void Categories_AreTheClosedListInOrdinalOrder()
    {
        Assert.Equal(["Grün", "Müll", "Parken", "Straße"], Classifier.Categories);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \t\n")]
    [InlineData("!!! ??? ...")]
    [InlineData("\uD83D\uDE00")]
    public void Classify_TextWithoutWords_Abstains(string text)
    {
        var prediction = Classifier.WithThreshold(0).Classify(text);

        Assert.True(prediction.IsAbstained);
        Assert.Contains(prediction.Category, Classifier.Categories);
    }

    [Fact]
    public void Classify_UnknownCompoundOfKnownParts_FindsItsCategory()
    {
        var prediction = Classifier.Classify("Sperrmüllabfuhr liegt am Bahnhof");

        Assert.Equal("Müll", prediction.Category);
    }

    [Theory]
    [InlineData("Müllsack vor dem Haus", "MUELLSACK VOR DEM HAUS")]
    [InlineData("Müllsack vor dem Haus", "Mu\u0308llsack vor dem Haus")]
    [InlineData("Hauptstraße 12 defekt", "Hauptstr. 98 defekt")]
    public void Classify_OtherSpelling_SameResult(string first, string second)
    {
        Assert.Equal(Classifier.Classify(first), Classifier.Classify(second));
    }

    [Fact]
    public void Rank_AnyText_ProbabilitiesFallAndAddUpToOne()
    {
        var ranking = Classifier.Rank("Schlagloch auf dem Parkplatz");

        Assert.Equal(4, ranking.Count);
        Assert.Equal(1, ranking.Sum(score => score.Probability), 5);
        Assert.Equal(ranking.OrderByDescending(score => score.Probability), ranking);
    }

    [Fact]
    public void Classify_BelowThreshold_AbstainsWithSameCategory()
    {
        const string Text = "Auto im Rasen";
        var sure = Classifier.WithThreshold(0).Classify(Text);
        var unsure = Classifier.WithThreshold(1).Classify(Text);

        Assert.False(sure.IsAbstained);
        Assert.True(unsure.IsAbstained);
        Assert.Equal(sure.Category, unsure.Category);
    }

    [Theory]
    [InlineData("There has been a lot of rubbish lying in front of our house for weeks, please remove it")]
    [InlineData("Auto blocking our garage, hedge too")]
    [InlineData("Park yerinde eski Auto duruyor")]
    [InlineData("Stary Kühlschrank przy ulicy")]
    [InlineData("qwertz asdfgh yxcvbn")]
    public void Classify_ForeignOrUnknownText_Abstains(string text)
    {
        Assert.True(Classifier.WithThreshold(0).Classify(text).IsAbstained);
        Assert.False(Classifier.WithThreshold(0).Classify("Seit Wochen liegt Abfall am Bahnhof").IsAbstained);
    }

    [Theory]
    [InlineData("Sperrmüllsack am Bahnhof")]
    [InlineData("Baum und Hecke an der Ecke")]
    [InlineData("AUTOS IN DER EINFAHRT")]
    public void Classify_GermanTextWithNewWords_IsNotTakenForForeign(string text)
    {
        Assert.False(Classifier.WithThreshold(0).Classify(text).IsAbstained);
    }

    [Fact]
    public void Select_TextAboutTwoThings_NamesBoth()
    {
        var selected = Classifier.Select("Sperrmüll am Bahnhof und Falschparker an der Ecke", 0.99999).Select(score => score.Category).Take(2).ToArray();

        Assert.Contains("Müll", selected);
        Assert.Contains("Parken", selected);
        Assert.Empty(Classifier.Select(""));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void WithThreshold_OutsideProbability_Throws(double threshold)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Classifier.WithThreshold(threshold));
    }

    [Fact]
    public void Classify_EightThreads_SameAsOne()
    {
        var texts = SampleCases.Create(2000, seed: 3).Select(item => item.Text).ToArray();
        var expected = texts.Select(text => Classifier.Classify(text)).ToArray();
        var actual = new Prediction[texts.Length * 8];

        var threads = Enumerable.Range(0, 8).Select(thread => new Thread(() =>
        {
            for (var index = 0; index < texts.Length; index++)
            {
                actual[(thread * texts.Length) + index] = Classifier.Classify(texts[index]);
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.All(Enumerable.Range(0, 8), thread => Assert.Equal(expected, actual[(thread * texts.Length)..((thread + 1) * texts.Length)]));
    }

    [Fact]
    public void Classify_SteadyState_AllocatesNothing()
    {
        const string Text = "Seit Wochen liegt Sperrmüll vor dem Haus in der Hauptstr. 12, bitte abholen";
        Classifier.Classify(Text);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var repetition = 0; repetition < 100; repetition++)
        {
            Classifier.Classify(Text);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Classify_VeryLongText_IsBounded()
    {
        var endless = string.Concat(Enumerable.Range(0, 200_000).Select(number => $"wort{(char)('a' + (number % 26))}{number} "));

        var prediction = Classifier.Classify(endless + new string('x', 1_000_000));

        Assert.Contains(prediction.Category, Classifier.Categories);
    }
}
