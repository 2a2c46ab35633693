using System.Globalization;
using Krm.Calendar.Holidays;
using NodaTime;
using static Krm.Rules.Tests.RuleSetTexts;

namespace Krm.Rules.Tests.Compilation;

/// <summary>Tables of more boxes than one machine word holds.</summary>
public class MatchTreeTests
{
    private const int Count = 140;

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.5", 1)]
    [InlineData("31.5", 63)]
    [InlineData("32", 64)]
    [InlineData("32.5", 65)]
    [InlineData("69.5", 139)]
    public void Evaluate_FirstOfManyNestedRanges_IsTheNarrowest(string amount, int expected)
    {
        var rules = Enumerable.Range(0, Count).Select(index => Rule("r" + index, $$"""{ "betrag": { "to": {{Half(index)}} } }"""));

        Assert.Equal("r" + expected, Assert.Single(Fired(Table("first", [.. rules]), ("betrag", amount))));
    }

    [Theory]
    [InlineData("0.2", 139)]
    [InlineData("0.5", 138, 139)]
    [InlineData("36.9", 66, 139)]
    public void Evaluate_UniqueOfManyNestedRanges_FindsTheOneOrNamesTwo(string amount, params int[] expected)
    {
        var rules = Enumerable.Range(0, Count).Select(index => Rule("r" + index, $$"""{ "betrag": { "from": {{Half(Count - 1 - index)}} } }"""));
        var table = Table("unique", [.. rules]);

        if (expected.Length == 1)
        {
            Assert.Equal("r" + expected[0], Assert.Single(Fired(table, ("betrag", amount))));
            return;
        }

        var exception = Assert.Throws<RuleConflictException>(() => Fired(table, ("betrag", amount)));
        Assert.Equal("r" + expected[0], exception.FirstRule);
    }

    [Fact]
    public void Evaluate_ManyDutiesForEveryCase_GivesThemAllInOrder()
    {
        var rules = Enumerable.Range(0, Count).Select(index => Rule("r" + index, "{}", Duty("d" + index)));

        Assert.Equal(Enumerable.Range(0, Count).Select(index => "r" + index), Fired(Table("collect", [.. rules])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(71)]
    [InlineData(139)]
    public void Evaluate_SecondRuleForOneOfManyDuties_IsAConflictThatNamesBoth(int duty)
    {
        var rules = Enumerable.Range(0, Count).Select(index => Rule("r" + index, "{}", Duty("d" + index))).Append(Rule("zweite", """{ "dringend": true }""", Duty("d" + duty)));
        var table = Table("collect", [.. rules]);

        Assert.Equal(Count, Fired(table).Count);
        var exception = Assert.Throws<RuleConflictException>(() => Fired(table, ("dringend", "ja")));
        Assert.Equal(("r" + duty, "zweite"), (exception.FirstRule, exception.SecondRule));
    }

    [Fact]
    public void Evaluate_ConflictInALaterTable_NamesTheRulesOfThatTable()
    {
        var earlier = Table("collect", Rule("a1", "{}", Duty("a")), Rule("a2", "{}", Duty("b")));
        var later = Table("collect", Rule("b1", "{}", Duty("c")), Rule("b2", "{}", Duty("d")), Rule("b3", """{ "dringend": true }""", Duty("d"))).Replace("\"t\"", "\"u\"", StringComparison.Ordinal);

        Assert.Equal(["a1", "a2", "b1", "b2"], Fired(earlier + "," + later));
        var exception = Assert.Throws<RuleConflictException>(() => Fired(earlier + "," + later, ("dringend", "ja")));
        Assert.Equal(("u", "b2", "b3"), (exception.Table, exception.FirstRule, exception.SecondRule));
    }

    [Fact]
    public void Evaluate_RuleWithSeveralAlternatives_FiresOnce()
    {
        var alternatives = string.Join(",", Enumerable.Range(0, 70).Select(index => $$"""{ "betrag": { "from": {{index}} } }"""));

        Assert.Equal(["r1", "r2"], Fired(Table("collect", Rule("r1", $$"""{ "any": [{{alternatives}}] }""", Duty("eins")), Rule("r2", "{}", Duty("zwei"))), ("betrag", "99")));
        Assert.Equal(["r1"], Fired(Table("unique", Rule("r1", $$"""{ "any": [{{alternatives}}] }""")), ("betrag", "99")));
    }

    [Theory]
    [InlineData("Brief", "ja", "a", "x")]
    [InlineData("Fax", "nein", "c", "z")]
    public void Evaluate_ResultsOfLargeTables_DecideLaterOnes(string channel, string urgent, string value, string duty)
    {
        var fillers = string.Join(",", Enumerable.Range(0, 70).Select(index => Rule("f" + index, $$"""{ "betrag": {{index + 20}}, "dringend": true, "kanal": "Mail" }""", """{ "value": "b" }""")));
        var table = $$"""
            { "name": "stufe", "kind": "decision", "hitPolicy": "first", "values": ["a", "b", "c"], "rules": [{{fillers}}, {{Rule("r1", """{ "dringend": true }""", """{ "value": "a" }""")}}],
              "otherwise": { "id": "r2", "then": { "value": "c" }, "citation": { "source": "q" } } },
            """;
        var later = Table("collect", Rule("s1", """{ "stufe": "a" }""", Duty("x")), Rule("s2", """{ "stufe": "b" }""", Duty("y")), Rule("s3", """{ "stufe": "c" }""", Duty("z")));

        Assert.Equal([value == "a" ? "r1" : "r2", duty == "x" ? "s1" : "s3"], Fired(table + later, ("kanal", channel), ("dringend", urgent)));
    }

    [Fact]
    public void Evaluate_ScopeOfManyRules_EndsThePlan()
    {
        var rules = string.Join(",", Enumerable.Range(0, 80).Select(index => Rule("g" + index, $$"""{ "betrag": {{index}} }""", """{ "applies": false }""")));
        var tables = $$"""{ "name": "g", "kind": "scope", "hitPolicy": "unique", "rules": [{{rules}}], "otherwise": { "id": "gilt", "then": { "applies": true }, "citation": { "source": "q" } } },""" + Table("collect", Rule("r1", "{}"));

        Assert.Equal(["g79"], Fired(tables, ("betrag", "79")));
        Assert.Equal(["gilt", "r1"], Fired(tables, ("betrag", "80")));
    }

    private static string Half(int index) => (index / 2m).ToString(CultureInfo.InvariantCulture);

    private static string Duty(string id) => $$"""{ "duty": "{{id}}", "title": "T", "role": "QM" }""";

    private static List<string> Fired(string tables, params (string Name, string Value)[] facts)
    {
        var evaluator = new RuleEvaluator(RuleSet.Read(WithTable(tables)), Bundesland.Hamburg);
        var known = CaseFacts.Create(evaluator.RuleSet, "1", new LocalDate(2026, 3, 2), facts.ToDictionary(fact => fact.Name, fact => (string?)fact.Value));
        return [.. evaluator.Evaluate(known).FiredRules.Select(rule => rule.Id)];
    }
}
