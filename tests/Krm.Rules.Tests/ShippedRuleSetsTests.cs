using Krm.Rules.Testing;
using Krm.Rules.Validation;

namespace Krm.Rules.Tests;

public class ShippedRuleSetsTests
{
    public static TheoryData<string> Ids => [.. ShippedRuleSets.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Get_EachShippedRuleSet_PassesItsOwnTests(string id)
    {
        var results = RuleSetTestRunner.Run(ShippedRuleSets.Get(id));

        Assert.True(results.Count >= 8, $"{id} has only {results.Count} tests");
        Assert.Empty(results.SelectMany(result => result.Failures.Select(failure => $"{result.Test.Name}: {failure}")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Get_EachShippedRuleSet_HasNeitherGapNorConflictNorRemark(string id)
    {
        Assert.Empty(RuleSetAnalyzer.Analyze(ShippedRuleSets.Get(id)).Findings.Select(finding => finding.Message));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Tests_OfEachShippedRuleSet_QuoteTheSentenceTheyProve(string id)
    {
        Assert.All(ShippedRuleSets.Get(id).Tests, test => Assert.NotEqual("", test.Quote));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ToJson_ReadAgain_IsIdentical(string id)
    {
        var ruleSet = ShippedRuleSets.Get(id);
        var again = RuleSet.Read(ruleSet.ToJson());

        Assert.Equal(ruleSet.ToJson(), again.ToJson());
        Assert.Equal(ruleSet.Fingerprint, again.Fingerprint);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Facts_OfEachShippedRuleSet_HaveADefault(string id)
    {
        Assert.All(ShippedRuleSets.Get(id).Facts.Skip(1), fact => Assert.NotNull(fact.Default));
    }

    [Fact]
    public void Get_UnknownId_ListsTheKnownOnes()
    {
        var exception = Assert.Throws<ArgumentException>(() => ShippedRuleSets.Get("hamburg"));

        Assert.Contains("harburg", exception.Message, StringComparison.Ordinal);
    }
}
