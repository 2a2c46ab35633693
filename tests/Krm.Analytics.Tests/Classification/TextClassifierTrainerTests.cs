using Krm.Analytics.Classification;
using Krm.Analytics.Evaluation;
using NodaTime;

namespace Krm.Analytics.Tests.Classification;

public sealed class TextClassifierTrainerTests
{
    [Fact]
    public void Train_SameCasesAndSeed_SameBytes()
    {
        var cases = SampleCases.Create(300);

        Assert.Equal(ModelBytes.Of(new TextClassifierTrainer().Train(cases)), ModelBytes.Of(new TextClassifierTrainer().Train(cases)));
    }

    [Fact]
    public void Train_CasesWithoutCategory_AreNotCounted()
    {
        var cases = SampleCases.Create(200).Append(new LabeledText("ohne Sachgebiet", null)).Append(new LabeledText("leer", ""));

        Assert.Equal(200, new TextClassifierTrainer().Train(cases).Metadata.TextCount);
    }

    [Fact]
    public void Train_FewCasesWithCategoryAndManyWithout_LearnsFromBoth()
    {
        var (few, others, judged) = (SampleCases.Create(12, seed: 1), SampleCases.Create(400, seed: 2), SampleCases.Create(400, seed: 3));
        var trainer = new TextClassifierTrainer();

        var alone = trainer.Train(few);
        var both = trainer.Train(few.Concat(others.Select(item => item with { Category = null })));

        Assert.Equal((0, 400, 12), (alone.Metadata.UnlabeledTextCount, both.Metadata.UnlabeledTextCount, both.Metadata.TextCount));
        Assert.True(AccuracyOf(both, judged) > AccuracyOf(alone, judged) + 0.05, $"{AccuracyOf(both, judged)} against {AccuracyOf(alone, judged)}");
        Assert.Equal(ModelBytes.Of(both), ModelBytes.Of(trainer.Train(few.Concat(others.Select(item => item with { Category = string.Empty })))));
        Assert.Equal(400, ModelBytes.Read(ModelBytes.Of(both)).Metadata.UnlabeledTextCount);
    }

    [Fact]
    public void Train_CasesWithoutCategoryThatDoNotHelp_AreAsIfTheyWereNotThere()
    {
        var cases = SampleCases.Create(300);
        var alone = ModelBytes.Of(new TextClassifierTrainer().Train(cases));

        // Every held-out case is right already, so nothing can help.
        Assert.Equal(alone, ModelBytes.Of(new TextClassifierTrainer().Train(cases.Concat(Enumerable.Repeat(new LabeledText("Guten Tag", null), 50)))));
    }

    [Fact]
    public void Train_CategoriesByChance_ClaimsNoMoreThanChance()
    {
        // Offsets judged by the texts they were chosen by would find a share of the truth where there is none.
        const int Categories = 10;
        var claims = Enumerable.Range(0, 6).Select(seed =>
        {
            var generator = new SeededGenerator((ulong)seed);
            var cases = Enumerable.Range(0, 200).Select(_ => new LabeledText(
                string.Join(' ', Enumerable.Range(0, 8).Select(_ => "wort" + (char)('a' + generator.Next(20)))),
                "k" + generator.Next(Categories))).ToArray();
            return new TextClassifierTrainer(new TrainingOptions { Seed = seed }).Train(cases).Metadata.MacroF1;
        }).ToArray();

        Assert.InRange(claims.Average(), 0.08, 0.115);
    }

    [Fact]
    public void Train_SoManyCasesThatTwoFoldsAreEnough_ClaimsWhatItReaches()
    {
        // Every fifth category is wrong, so nobody can be right more often than in four of five.
        var cases = SampleCases.Create(15_000).Select((item, index) => index % 5 == 0 ? item with { Category = "Parken" } : item).ToArray();

        var classifier = new TextClassifierTrainer().Train(cases.Take(13_000));

        var reached = AccuracyOf(classifier, cases[13_000..]);
        Assert.InRange(classifier.Metadata.Accuracy, reached - 0.03, reached + 0.03);
        Assert.InRange(cases[13_000..].Average(item => classifier.Classify(item.Text).Confidence), reached - 0.03, reached + 0.03);
    }

    [Fact]
    public void Train_NoUnlabeledCasesWanted_LeavesThemOut()
    {
        var (few, others) = (SampleCases.Create(12, seed: 1), SampleCases.Create(400, seed: 2).Select(item => item with { Category = null }));

        Assert.Equal(0, new TextClassifierTrainer(new TrainingOptions { MaximumUnlabeledCases = 0 }).Train(few.Concat(others)).Metadata.UnlabeledTextCount);
        Assert.Equal(380, new TextClassifierTrainer(new TrainingOptions { MaximumUnlabeledCases = 380 }).Train(few.Concat(others)).Metadata.UnlabeledTextCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextClassifierTrainer(new TrainingOptions { MaximumUnlabeledCases = -1 }));
    }

    [Fact]
    public void Train_MoreCasesThanTheMaximum_LearnsFromASampleOfAllCategories()
    {
        var cases = SampleCases.Create(2000).Append(new LabeledText("Wespennest Wespennest am Zaun", "Tiere")).Append(new LabeledText("Wespennest im Baum", "Tiere"));

        var classifier = new TextClassifierTrainer(new TrainingOptions { MaximumCases = 300 }).Train(cases);

        Assert.Equal(300, classifier.Metadata.TextCount);
        Assert.Contains("Tiere", classifier.Categories);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextClassifierTrainer(new TrainingOptions { MaximumCases = 99 }));
    }

    [Fact]
    public void Train_MoreCharactersThanTheMaximum_LearnsFromASampleOfAllCategories()
    {
        var cases = SampleCases.Create(2000).Append(new LabeledText("Wespennest Wespennest am Zaun", "Tiere")).Append(new LabeledText("Wespennest im Baum", "Tiere")).ToArray();
        var perCase = cases.Average(item => item.Text.Length);

        var classifier = new TextClassifierTrainer(new TrainingOptions { MaximumCharacters = 10_000 }).Train(cases);

        Assert.InRange(classifier.Metadata.TextCount, 9_500 / perCase, 10_500 / perCase);
        Assert.Contains("Tiere", classifier.Categories);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextClassifierTrainer(new TrainingOptions { MaximumCharacters = 9_999 }));
    }

    [Fact]
    public void Train_Metadata_TellsWhereTheModelComesFrom()
    {
        var day = new LocalDate(2026, 3, 2);

        var metadata = new TextClassifierTrainer(new TrainingOptions { TrainedOn = day, Seed = 5 }).Train(SampleCases.Create(300)).Metadata;

        Assert.Equal(day, metadata.TrainedOn);
        Assert.Equal(5, metadata.Seed);
        Assert.Equal(64, metadata.DataFingerprint.Length);
        Assert.InRange(metadata.Accuracy, 0.9, 1);
        Assert.InRange(metadata.FeatureCount, 100, 10_000);
    }

    [Fact]
    public void Train_OneCategory_SaysWhatIsMissing()
    {
        var exception = Assert.Throws<ArgumentException>(
            () => new TextClassifierTrainer().Train([new("Müll", "Abfall"), new("Müllsack", "Abfall")]));

        Assert.Contains("at least two", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_TwoCases_StillGivesAClassifier()
    {
        var classifier = new TextClassifierTrainer().Train([new("Müll", "Abfall"), new("Auto", "Parken")]);

        Assert.Equal(["Abfall", "Parken"], classifier.Categories);
        Assert.True(classifier.Classify("Müll").IsAbstained);
    }

    [Fact]
    public void Train_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => new TextClassifierTrainer().Train(SampleCases.Create(50), null, source.Token));
    }

    [Fact]
    public void Train_WordOfOneCitizen_IsNotInTheModel()
    {
        var cases = SampleCases.Create(200).Append(new LabeledText("Zwiebelfischgasse Matratze", "Müll"));
        var classifier = new TextClassifierTrainer().Train(cases).WithThreshold(0);

        Assert.True(classifier.Classify("zzyzx").IsAbstained);
        Assert.True(classifier.Classify("Zwiebelfischgasse").IsAbstained);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(21, 2)]
    [InlineData(5, 1)]
    public void Constructor_OptionOutOfRange_Throws(int folds, int documentFrequency)
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new TextClassifierTrainer(new TrainingOptions { Folds = folds, MinimumDocumentFrequency = documentFrequency }));
    }

    private static double AccuracyOf(TextClassifier classifier, LabeledText[] judged) =>
        judged.Average(item => classifier.Classify(item.Text).Category == item.Category ? 1.0 : 0);
}
