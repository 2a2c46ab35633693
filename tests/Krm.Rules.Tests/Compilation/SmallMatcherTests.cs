using Krm.Calendar.Holidays;
using Krm.Rules.Compilation;
using Krm.Rules.Facts;
using static Krm.Rules.Tests.RuleSetTexts;

namespace Krm.Rules.Tests.Compilation;

public class SmallMatcherTests
{
    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Create_UpToOneWord_IsMade(int count, bool isMade)
    {
        var rules = string.Join(",", Enumerable.Range(0, count).Select(index => Rule("r" + index, "{}", """{ "value": "hoch" }""")));

        Assert.Equal(isMade, Create($$"""{ "name": "stufe", "kind": "decision", "hitPolicy": "first", "values": ["hoch"], "rules": [{{rules}}] }""") is not null);
    }

    [Theory]
    [InlineData("collect", 1, true)]
    [InlineData("collect", 2, false)]
    [InlineData("unique", 1, true)]
    [InlineData("unique", 2, false)]
    public void Create_RulesThatMayCollide_IsNotMade(string policy, int count, bool isMade) =>
        Assert.Equal(isMade, Create(Table(policy, [.. Enumerable.Range(0, count).Select(index => Rule("r" + index, "{}"))])) is not null);

    [Fact]
    public void Create_RulesThatExcludeEachOtherOrServeDifferentDuties_IsMade()
    {
        Assert.NotNull(Create(Table("unique", Rule("r1", """{ "dringend": true }"""), Rule("r2", """{ "dringend": false }"""))));
        Assert.NotNull(Create(Table("collect", Rule("r1", "{}"), Rule("r2", "{}", """{ "duty": "ablage", "title": "A", "role": "QM" }"""))));
        Assert.Null(Create(Table("collect", Rule("r1", "{}"), Rule("r2", "{}", """{ "duty": "ablage", "title": "A", "role": "QM" }"""), Rule("r3", """{ "dringend": true }"""))));
    }

    [Fact]
    public void Decide_MoreOutcomesThanAreKept_IsRightForEach()
    {
        const int Facts = 11;
        var facts = string.Join(",", Enumerable.Range(0, Facts).Select(index => $$"""{ "name": "f{{index}}", "type": "yesNo", "default": false }"""));
        var rules = string.Join(",", Enumerable.Range(0, Facts).Select(index => Rule("r" + index, $$"""{ "f{{index}}": true }""", $$"""{ "duty": "d{{index}}", "title": "D", "role": "QM" }""")));
        var evaluator = new RuleEvaluator(
            RuleSet.Read($$"""
                { "format": 1, "id": "x", "version": "1", "title": "X", "sources": [{ "id": "q", "title": "Q" }], "facts": [{{facts}}],
                  "tables": [{ "name": "t", "kind": "duties", "hitPolicy": "collect", "rules": [{{rules}}] }] }
                """),
            Bundesland.Hamburg);
        var fired = new int[evaluator.MaximumFired];

        // 2,048 cases of as many outcomes, each asked twice: what one kept must not answer another.
        for (var round = 0; round < 2; round++)
        {
            for (var asked = 0; asked < 1 << Facts; asked++)
            {
                FactValue[] values = [new(0), .. Enumerable.Range(0, Facts).Select(index => new FactValue((asked >> index) & 1))];
                var count = evaluator.Decide(values, fired);
                Assert.Equal(asked, fired.Take(count).Sum(rule => 1 << rule));
            }
        }
    }

    private static SmallMatcher? Create(string table)
    {
        var ruleSet = RuleSet.Read(WithTable(table));
        var facts = RuleBoxes.AllFacts(ruleSet);
        var boxes = ruleSet.Tables.Select(entry => RuleBoxes.Of(entry, ruleSet, facts.Count)).ToArray();
        return SmallMatcher.Create(ruleSet, [.. ruleSet.Tables.Select(Compile)], boxes, [.. facts.Select(fact => FactClassifier.Create(fact, []))]);
    }

    private static CompiledTable Compile(RuleTable table)
    {
        var names = table.Rules.Select(rule => rule.Then.Key).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new CompiledTable(table, MatchNode.Empty, [.. table.Rules.Select(rule => names.IndexOf(rule.Then.Key!))], names.Count, [.. table.Rules.Select(_ => 0)]);
    }
}
