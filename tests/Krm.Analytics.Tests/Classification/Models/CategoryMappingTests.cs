namespace Krm.Analytics.Tests.Classification.Models;

public sealed class CategoryMappingTests
{
    private const string Text = "Sperrmüll und Matratze vor dem Haus";

    [Fact]
    public void WithWithdrawn_Renamed_GivesTheNewName()
    {
        var classifier = SampleClassifier.Shared.WithWithdrawn(new Dictionary<string, string?> { ["Müll"] = "Abfallwirtschaft" });

        Assert.Equal("Abfallwirtschaft", classifier.Classify(Text).Category);
        Assert.Equal(["Abfallwirtschaft", "Grün", "Parken", "Straße"], classifier.Categories);
    }

    [Fact]
    public void WithWithdrawn_Merged_AddsTheProbabilities()
    {
        const string Between = "Auto im Schlagloch";
        var parts = SampleClassifier.Shared.Rank(Between).Where(score => score.Category is "Parken" or "Straße").Sum(score => score.Probability);

        var merged = SampleClassifier.Shared.WithWithdrawn(new Dictionary<string, string?> { ["Parken"] = "Straße" });

        Assert.Equal(parts, merged.Rank(Between).Single(score => score.Category == "Straße").Probability, 5);
    }

    [Fact]
    public void WithWithdrawn_Refused_LeavesTheCaseToAPerson()
    {
        var classifier = SampleClassifier.Shared.WithThreshold(0).WithWithdrawn(new Dictionary<string, string?> { ["Müll"] = null });

        var prediction = classifier.Classify(Text);

        Assert.True(prediction.IsAbstained);
        Assert.NotEqual("Müll", prediction.Category);
        Assert.False(classifier.Classify("Schlagloch in der Fahrbahn am Bahnhof").IsAbstained);
    }

    [Fact]
    public void WithWithdrawn_UnknownOrCircular_Throws()
    {
        Assert.Throws<ArgumentException>(() => SampleClassifier.Shared.WithWithdrawn(new Dictionary<string, string?> { ["Unbekannt"] = "Müll" }));
        Assert.Throws<ArgumentException>(
            () => SampleClassifier.Shared.WithWithdrawn(new Dictionary<string, string?> { ["Müll"] = "Grün", ["Grün"] = "Müll" }));
        Assert.Throws<ArgumentException>(
            () => SampleClassifier.Shared.WithWithdrawn(SampleClassifier.Shared.Categories.ToDictionary(name => name, _ => (string?)null)));
    }
}
