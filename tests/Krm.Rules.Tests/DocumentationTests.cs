using System.Text.RegularExpressions;
using Krm.Rules.Testing;
using Krm.Rules.Validation;

namespace Krm.Rules.Tests;

/// <summary>docs/rules.md followed literally: its blocks put together are a rule set with the gap it speaks of.</summary>
public partial class DocumentationTests
{
    private static readonly string Page = Repository.Read("docs/rules.md").Replace("\r", "", StringComparison.Ordinal);

    [Fact]
    public void RuleSet_OfThePage_HasTheGapThePageShowsAndNoneOnceMended()
    {
        var json = string.Concat(JsonBlock().Matches(Page).Select(match => match.Groups[1].Value));

        var finding = Assert.Single(RuleSetAnalyzer.Analyze(RuleSet.Read(json)).Findings);
        Assert.Contains(finding.Message, Page, StringComparison.Ordinal);

        var mended = RuleSet.Read(json.Replace("\"gefahr\": false, \"art\": \"Beschwerde\"", "\"gefahr\": false, \"art\": [\"Beschwerde\", \"Lob\"]", StringComparison.Ordinal));
        Assert.Empty(RuleSetAnalyzer.Analyze(mended).Findings);
        Assert.All(RuleSetTestRunner.Run(mended), result => Assert.True(result.HasPassed, string.Join(" ", result.Failures)));
    }

    [Fact]
    public void Requirements_EveryRuleNamed_Exists()
    {
        var requirements = Repository.Read("docs/requirements.md");

        Assert.Equal(62, Row().Count(requirements));
        foreach (Match match in RuleNames().Matches(requirements))
        {
            var ids = ShippedRuleSets.Get(match.Groups[1].Value).Rules.Select(rule => rule.Id).ToHashSet();
            Assert.All(RuleName().Matches(match.Groups[2].Value), name => Assert.Contains(name.Value, ids));
        }
    }

    [GeneratedRegex("```jsonc\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();

    [GeneratedRegex(@"^\| R\d\d \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(harburg|kqs|landratsamt|ral|rottweil)` ((?:[A-Z]\d+[a-z]?(?:, |–| |$)?)+)")]
    private static partial Regex RuleNames();

    [GeneratedRegex(@"[A-Z]\d+[a-z]?")]
    private static partial Regex RuleName();
}
