using Krm.Calendar.Holidays;
using Krm.Rules.Compilation;
using Krm.Rules.Facts;
using NodaTime;
using static Krm.Rules.Tests.RuleSetTexts;

namespace Krm.Rules.Tests.Compilation;

public class CompiledRuleSetTests
{
    [Fact]
    public void Decide_Warm_AllocatesNothing()
    {
        var evaluator = new RuleEvaluator(ShippedRuleSets.Get("harburg"), Bundesland.Hamburg);
        var facts = CaseFacts.Create(evaluator.RuleSet, "1", new LocalDate(2026, 3, 2), new Dictionary<string, string?>());
        var fired = new int[evaluator.MaximumFired];
        evaluator.Decide(facts.Values, fired);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var count = 0; count < 1_000; count++)
        {
            evaluator.Decide(facts.Values, fired);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Decide_SpansTooShort_IsRefused()
    {
        var evaluator = new RuleEvaluator(ShippedRuleSets.Get("harburg"), Bundesland.Hamburg);

        Assert.Throws<ArgumentException>(() => evaluator.Decide(new FactValue[2], new int[100]));
        Assert.Throws<ArgumentException>(() => evaluator.Decide(new FactValue[20], new int[2]));
    }

    [Theory]
    [InlineData("first", 3, 1)]
    [InlineData("unique", 3, 1)]
    [InlineData("collect", 3, 3)]
    [InlineData("collect", 0, 1)]
    public void MaximumFired_Table_IsOneUnlessItCollects(string policy, int rules, int expected) => Assert.Equal(
        expected,
        new RuleEvaluator(RuleSet.Read(WithTable(Table(policy, [.. Enumerable.Range(0, rules).Select(index => Rule("r" + index, "{}"))]))), Bundesland.Hamburg).MaximumFired);

    [Fact]
    public void FactCount_WithADecision_CountsItsResult()
    {
        const string Decision = """{ "name": "stufe", "kind": "decision", "hitPolicy": "first", "values": ["hoch", "tief"], "rules": [], "otherwise": { "id": "d2", "then": { "value": "tief" }, "citation": { "source": "q" } } },""";
        var ruleSet = RuleSet.Read(WithTable(Decision + Table("collect", Rule("r1", "{}"))));

        Assert.Equal(7, RuleBoxes.FactCount(ruleSet));
        Assert.Equal(6, RuleBoxes.FactCount(RuleSet.Read(WithTable(Table("collect", Rule("r1", "{}"))))));
        Assert.Equal(Enumerable.Range(0, 7), RuleBoxes.AllFacts(ruleSet).Select(fact => fact.Index));
    }

    [Theory]
    [InlineData("unique")]
    [InlineData("collect")]
    public void Evaluate_TwoRulesWhereOneMayHold_ThrowsNamingBoth(string policy)
    {
        var evaluator = new RuleEvaluator(RuleSet.Read(WithTable(Table(policy, Rule("r1", "{}"), Rule("r2", "{}")))), Bundesland.Hamburg);

        var exception = Assert.Throws<RuleConflictException>(() => Evaluate(evaluator));

        Assert.Equal(("t", "r1", "r2"), (exception.Table, exception.FirstRule, exception.SecondRule));
    }

    [Fact]
    public void Evaluate_FactsOfAnotherRuleSet_IsRefused()
    {
        var evaluator = new RuleEvaluator(ShippedRuleSets.Get("harburg"), Bundesland.Hamburg);
        var facts = CaseFacts.Create(ShippedRuleSets.Get("kqs"), "1", new LocalDate(2026, 3, 2), new Dictionary<string, string?>());

        Assert.Throws<ArgumentException>(() => evaluator.Evaluate(facts));
    }

    [Fact]
    public void Evaluate_TwoThousandRulesByUnit_FindsTheOneOfTheUnit()
    {
        var units = Enumerable.Range(0, 2_400).Select(index => "Amt " + index).ToArray();
        var rules = units.Select((unit, index) => Rule("r" + index, $$"""{ "amt": "{{unit}}" }"""));
        var json = $$"""
            { "format": 1, "id": "x", "version": "1", "title": "X", "sources": [{ "id": "q", "title": "Q" }],
              "facts": [{ "name": "amt", "type": "text" }],
              "tables": [{ "name": "t", "kind": "duties", "hitPolicy": "collect", "rules": [{{string.Join(",", rules)}}] }] }
            """;
        var evaluator = new RuleEvaluator(RuleSet.Read(json), Bundesland.Hamburg);

        foreach (var index in new[] { 0, 63, 64, 1_234, 2_399 })
        {
            var facts = CaseFacts.Create(evaluator.RuleSet, "1", new LocalDate(2026, 3, 2), new Dictionary<string, string?> { ["amt"] = units[index] });
            Assert.Equal("r" + index, Assert.Single(evaluator.Evaluate(facts).FiredRules).Id);
        }

        var none = CaseFacts.Create(evaluator.RuleSet, "1", new LocalDate(2026, 3, 2), new Dictionary<string, string?> { ["amt"] = "Amt X" });
        Assert.Empty(evaluator.Evaluate(none).FiredRules);
    }

    [Fact]
    public void Evaluate_FromManyThreads_GivesTheSamePlans()
    {
        var evaluator = new RuleEvaluator(ShippedRuleSets.Get("harburg"), Bundesland.Hamburg);
        var expected = Enumerable.Range(0, 400).Select(day => Describe(evaluator, day)).ToArray();
        var shared = new RuleEvaluator(ShippedRuleSets.Get("harburg"), Bundesland.Hamburg);
        var actual = new string[400];

        Parallel.For(0, 400, day => actual[day] = Describe(shared, day));

        Assert.Equal(expected, actual);
    }

    private static string Describe(RuleEvaluator evaluator, int day) => string.Join(
        ",",
        evaluator.Evaluate(CaseFacts.Create(evaluator.RuleSet, "1", new LocalDate(2026, 1, 1).PlusDays(day), new Dictionary<string, string?>()))
            .Duties.Select(duty => duty.Id + duty.DueDate));

    private static CasePlan Evaluate(RuleEvaluator evaluator) =>
        evaluator.Evaluate(CaseFacts.Create(evaluator.RuleSet, "1", new LocalDate(2026, 3, 2), new Dictionary<string, string?>()));
}
