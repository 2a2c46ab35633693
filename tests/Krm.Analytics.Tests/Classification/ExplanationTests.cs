using Krm.Analytics.Classification;

namespace Krm.Analytics.Tests.Classification;

public sealed class ExplanationTests
{
    private const string Text = "Seit Wochen liegt Sperrmüll vor dem Haus, bitte abholen!";

    [Fact]
    public void Explain_Text_StrongestWordIsTheTopic()
    {
        var explanation = SampleClassifier.Shared.Explain(Text);

        var strongest = explanation.Evidence[0];
        Assert.Equal("Müll", explanation.Category);
        Assert.Equal("sperrmuell", strongest.Term);
        Assert.Equal("Sperrmüll", Text.Substring(strongest.Start, strongest.Length));
        Assert.True(strongest.Weight > 0);
    }

    [Fact]
    public void Explain_EveryCategory_WeightsAddUpToTheScoreInItsOrder()
    {
        var classifier = SampleClassifier.Shared;
        var ranking = classifier.Rank(Text);

        var explanations = ranking.Select(item => classifier.Explain(Text, item.Category)).ToArray();

        Assert.All(explanations, item => Assert.Equal(item.Score, item.Prior + item.Evidence.Sum(piece => piece.Weight), 2));
        Assert.Equal(explanations.OrderByDescending(item => item.Score), explanations);
    }

    [Fact]
    public void Explain_Text_NamesItsFormOnceAndEveryPieceOnce()
    {
        var evidence = SampleClassifier.Shared.Explain(Text).Evidence;

        var form = Assert.Single(evidence, piece => piece.Kind == EvidenceKind.Form);
        Assert.Equal((0, Text.Length), (form.Start, form.Length));
        Assert.Equal(evidence.Count, evidence.Select(piece => (piece.Kind, piece.Term, piece.Start)).Distinct().Count());
    }

    [Fact]
    public void Explain_OtherCategory_TopicSpeaksAgainst()
    {
        var explanation = SampleClassifier.Shared.Explain(Text, "Parken");

        Assert.True(explanation.Evidence.First(piece => piece.Term == "sperrmuell").Weight < 0);
    }

    [Fact]
    public void Mark_StrongestWord_StandsInBrackets()
    {
        var marked = SampleClassifier.Shared.Explain(Text).Mark(Text, count: 1);

        Assert.Equal(Text.Replace("Sperrmüll", "[+Sperrmüll+]", StringComparison.Ordinal), marked);
    }

    [Fact]
    public void Explain_EmptyText_HasNoEvidence()
    {
        Assert.Empty(SampleClassifier.Shared.Explain("").Evidence);
    }

    [Fact]
    public void Explain_UnknownCategory_Throws()
    {
        Assert.Throws<ArgumentException>(() => SampleClassifier.Shared.Explain(Text, "Gibtesnicht"));
    }
}
