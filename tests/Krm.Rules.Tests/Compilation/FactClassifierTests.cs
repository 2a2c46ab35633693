using Krm.Rules.Compilation;
using Krm.Rules.Conditions;
using Krm.Rules.Facts;
using static Krm.Rules.Tests.RuleSetTexts;

namespace Krm.Rules.Tests.Compilation;

public class FactClassifierTests
{
    private static readonly RuleSet RuleSet = RuleSet.Read(WithTable(Table("collect", Rule("r1", """{ "text": ["Hecke", "Zaun"] }"""))));

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 3)]
    [InlineData(5, 4)]
    public void Create_ListsYesNoAndTexts_HaveAClassForEachValueAndForMissing(int fact, int expected)
    {
        var classifier = FactClassifier.Create(RuleSet.Facts[fact], []);

        Assert.True(classifier.IsDense);
        Assert.Equal(expected, classifier.ClassCount);
        Assert.Equal([0, 1, 2], new[] { FactValue.MissingCode, 0, 1 }.Select(classifier.ClassOf));
        Assert.Equal([FactValue.MissingCode, 0, 1], Enumerable.Range(0, 3).Select(classifier.Representative));
    }

    [Fact]
    public void Create_Numbers_HaveAClassForEachStretchNoRuleTellsApart()
    {
        var classifier = FactClassifier.Create(RuleSet.Facts[3], [ValueSet.Range(0, 99), ValueSet.Range(50, 10_000), ValueSet.Of([(7, 7), (9, 9)], includesMissing: true)]);

        Assert.False(classifier.IsDense);
        Assert.Equal(8, classifier.ClassCount);
        Assert.Equal([FactValue.MissingCode, 0, 7, 8, 9, 10, 50, 100], Enumerable.Range(0, 8).Select(classifier.Representative));
        Assert.Equal([0, 1, 1, 2, 3, 4, 5, 5, 6, 6, 7, 7], new[] { FactValue.MissingCode, 0, 6, 7, 8, 9, 10, 49, 50, 99, 100, 10_000 }.Select(classifier.ClassOf));
    }

    [Fact]
    public void Create_NumbersNobodyAsksAbout_AreOneClass()
    {
        Assert.Equal(2, FactClassifier.Create(RuleSet.Facts[3], []).ClassCount);
        Assert.Equal(2, FactClassifier.Create(RuleSet.Facts[3], [RuleSet.Facts[3].Domain]).ClassCount);
    }
}
