using System.Text.Json;
using Krm.Contracts.Rules.Models;
using Krm.Rules;
using Krm.Rules.Facts;
using Krm.Rules.Tracing;
using NodaTime;
using NodaTime.Text;
using static Krm.Contracts.Rules.ContractRuleSet;

namespace Krm.Contracts.Rules;

/// <summary>What every <see cref="IRuleEvaluator"/> promises, whatever engine it runs on.</summary>
public abstract class RuleEvaluatorContract
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    private readonly Lazy<IRuleEvaluator> _complete;

    protected RuleEvaluatorContract() => _complete = new(() => Create(Complete));

    /// <summary>How many random rule sets are compared with the naive interpreter.</summary>
    protected virtual int RandomRuleSets => 200;

    /// <summary>Makes the evaluator under test, for offices of Hamburg with the usual working days.</summary>
    protected abstract IRuleEvaluator Create(RuleSet ruleSet);

    [Theory]
    [InlineData("", "G0 S0 D5 D3 W0 H1 L1")]
    [InlineData("kanal=Fax", "G1")]
    [InlineData("kanal=Fax dringend=ja", "G0 P1 S1 D1 D2 D3 D5 W0 H1 L2")]
    [InlineData("dringend=ja betrag=500", "G0 P2 S1 D1 D2 D5 W0 H1 L2")]
    [InlineData("betrag=499.99", "G0 S2 D2 D3 D5 W0 H1 L1")]
    [InlineData("betrag=99.99", "G0 S0 D3 D5 W0 H1 L1")]
    [InlineData("betrag=100", "G0 S2 D2 D3 D5 W0 H1 L1")]
    [InlineData("kanal=Mail", "G0 S0 D3 D5 W1 H1 L2")]
    [InlineData("kanal=Mail dringend=ja", "G0 P1 S1 D1 D2 D3 D5 W1 W2 H1 L2")]
    [InlineData("stichwort=Sperre", "G0 S0 D3 D5 D6 W0 L1")]
    [InlineData("stichwort=sperre", "G0 S0 D3 D5 W0 L1")]
    public void Evaluate_FactsOfACase_FiresTheRulesTableByTable(string facts, string expected)
    {
        var order = Complete.Rules.ToDictionary(rule => rule.Id, rule => rule.Index);

        Assert.Equal(expected.Split(' ').OrderBy(id => order[id]), Fired(_complete.Value, Facts(Complete, facts)));
    }

    [Theory]
    [InlineData("2026-06-30", "alt", "2026-07-21")]
    [InlineData("2026-07-01", "neu", "2026-07-15")]
    public void Evaluate_LastAndFirstDayOfAVersion_BothCount(string received, string duty, string answer)
    {
        var plan = _complete.Value.Evaluate(Facts(Complete, "dringend=ja", Date(received)));

        Assert.Contains(plan.Duties, found => found.Id == duty);
        Assert.Single(plan.Duties, found => found.Id is "alt" or "neu");
        Assert.Equal(Date(answer), plan.FindDuty("antwort")!.DueDate);
    }

    [Fact]
    public void Evaluate_PeriodFromAnotherDuty_StartsAtItsDueDate()
    {
        var plan = _complete.Value.Evaluate(Facts(Complete, "dringend=ja"));

        Assert.Equal((Monday, Date("2026-03-23"), Date("2026-03-26")), (plan.FindDuty("anruf")!.DueDate!.Value, plan.FindDuty("antwort")!.DueDate!.Value, plan.FindDuty("ablage")!.DueDate!.Value));
        Assert.Null(_complete.Value.Evaluate(Facts(Complete, "")).FindDuty("ablage")!.DueDate);
    }

    [Fact]
    public void Evaluate_PeriodFromAFact_RunsBackwardOrStaysOpen()
    {
        Assert.Equal(Date("2026-05-02"), _complete.Value.Evaluate(Facts(Complete, "stichwort=Sperre termin=2026-05-10")).FindDuty("sperre")!.DueDate);
        Assert.Null(_complete.Value.Evaluate(Facts(Complete, "stichwort=Sperre")).FindDuty("sperre")!.DueDate);
    }

    [Fact]
    public void Evaluate_RoutesNoticesAndRetention_AreThoseOfTheirRules()
    {
        var plan = _complete.Value.Evaluate(Facts(Complete, "kanal=Mail dringend=ja"));

        Assert.Equal([("Postfach", "", "W1"), ("Leitung", "Telefon", "W2")], plan.Routes.Select(route => (route.To, route.Via, route.Rule.Id)));
        Assert.Equal(("stichwort", "R", "H1"), plan.Notices.Select(notice => (notice.Id, notice.To, notice.Rule.Id)).Single());
        Assert.Equal(("L2", Date("2028-03-03")), (plan.RetentionRule!.Id, plan.DeleteOn!.Value));
        Assert.Equal(Date("2028-01-01"), _complete.Value.Evaluate(Facts(Complete, "")).DeleteOn);
    }

    [Fact]
    public void Evaluate_CaseOutsideTheScope_SaysWhyAndGivesNothingElse()
    {
        var plan = _complete.Value.Evaluate(Facts(Complete, "kanal=Fax"));

        Assert.False(plan.IsApplicable);
        Assert.Equal("Das Verfahren gilt nicht: Kein Fax. Regel G1 (q, Nr. 1).", plan.ScopeReason);
        Assert.Empty(plan.Duties);
        Assert.Null(plan.DeleteOn);
    }

    [Fact]
    public void Evaluate_EveryFiredRule_ExplainsItself() =>
        Assert.All(_complete.Value.Evaluate(Facts(Complete, "dringend=ja betrag=700")).ExplainFired(), explanation => Assert.True(explanation.HasFired && !explanation.Obstacles.Any()));

    [Theory]
    [InlineData("unique", "t r1 r3")]
    [InlineData("collect", "t r1 r3")]
    public void Evaluate_TwoRulesWhereOneMayHold_ThrowsNamingBothInTheOrderOfTheFile(string policy, string expected)
    {
        var evaluator = Create(WithDuties(policy, string.Join(",", Rule("r1"), Rule("r2", """{ "a": true }"""), Rule("r3"))));

        var exception = Assert.Throws<RuleConflictException>(() => evaluator.Evaluate(Facts(evaluator.RuleSet, "")));

        Assert.Equal(expected, $"{exception.Table} {exception.FirstRule} {exception.SecondRule}");
        Assert.Throws<RuleConflictException>(() => evaluator.Decide(Facts(evaluator.RuleSet, "").Values, new int[evaluator.MaximumFired]));
    }

    [Fact]
    public void Evaluate_TwoTablesGivingTheSameDuty_ThrowsWhereDecideOnlySaysWhatFired()
    {
        var evaluator = Create(WithDuties("collect", Rule("r1"), more: """, { "name": "u", "kind": "duties", "hitPolicy": "collect", "rules": [""" + Rule("r2") + "] }"));
        var facts = Facts(evaluator.RuleSet, "");
        var fired = new int[evaluator.MaximumFired];

        Assert.Equal("r2", Assert.Throws<RuleConflictException>(() => evaluator.Evaluate(facts)).SecondRule);
        Assert.Equal([0, 1], fired.Take(evaluator.Decide(facts.Values, fired)));
    }

    [Theory]
    [InlineData("unique", "", "r0")]
    [InlineData("unique", "a=ja", "r1")]
    [InlineData("unique", "b=ja", "r2")]
    [InlineData("first", "", "r0")]
    [InlineData("first", "a=ja b=ja", "r1")]
    [InlineData("priority", "", "r0")]
    [InlineData("priority", "a=ja b=ja", "r2")]
    [InlineData("collect", "", "r0")]
    [InlineData("collect", "b=ja", "r2")]
    [InlineData("collect", "a=ja b=ja", "r1 r2")]
    public void Evaluate_HitPolicy_DecidesWhichMatchesCountAndOtherwiseTheRest(string policy, string facts, string expected)
    {
        var (first, second) = policy == "priority" ? ((int?)2, (int?)1) : (null, null);
        var evaluator = Create(WithDuties(
            policy,
            Rule("r1", """{ "a": true }""", "x", first) + "," + Rule("r2", """{ "b": true }""", "y", second),
            Rule("r0", duty: "z").Replace("\"when\": {},", "", StringComparison.Ordinal)));

        Assert.Equal(expected.Split(' '), Fired(evaluator, Facts(evaluator.RuleSet, facts)));
    }

    [Fact]
    public void Evaluate_TwoAlternativesThatHold_FireOnce()
    {
        var evaluator = Create(WithDuties("collect", Rule("r1", """{ "any": [{ "a": true }, { "b": true }, { "a": true, "b": true }] }""")));

        Assert.Equal(["r1"], Fired(evaluator, Facts(evaluator.RuleSet, "a=ja b=ja")));
    }

    [Fact]
    public void Evaluate_NoRuleMatches_IsAnEmptyPlan()
    {
        var evaluator = Create(WithDuties("collect", Rule("r1", """{ "a": true }""")));

        var plan = evaluator.Evaluate(Facts(evaluator.RuleSet, ""));

        Assert.True(plan.IsApplicable);
        Assert.Empty(plan.FiredRules);
    }

    [Fact]
    public void Evaluate_FactsOfAnotherRuleSet_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => _complete.Value.Evaluate(Facts(ShippedRuleSets.Get("kqs"), "")));
        Assert.Throws<ArgumentNullException>(() => _complete.Value.Evaluate(null!));
    }

    [Fact]
    public void Decide_SpansTooShort_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => _complete.Value.Decide(new FactValue[2], new int[100]));
        Assert.Throws<ArgumentException>(() => _complete.Value.Decide(new FactValue[20], new int[2]));
    }

    [Fact]
    public void Decide_ShippedRuleSets_WritesTheRulesOfThePlan()
    {
        foreach (var ruleSet in ShippedRuleSets.Ids.Select(ShippedRuleSets.Get))
        {
            var (evaluator, cases) = (Create(ruleSet), new RandomCases(ruleSet, 1));
            var fired = new int[evaluator.MaximumFired];
            for (var count = 0; count < 20; count++)
            {
                var facts = cases.Next();
                Assert.Equal(evaluator.Evaluate(facts).FiredRules.Select(rule => rule.Index), fired.Take(evaluator.Decide(facts.Values, fired)));
            }
        }
    }

    [Fact]
    public void Evaluate_RandomRuleSets_FiresWhatTheNaiveInterpreterFires()
    {
        for (var seed = 0; seed < RandomRuleSets; seed++)
        {
            var random = new RandomRuleSet(seed);
            var evaluator = Create(RuleSet.Read(random.Json));
            using var document = JsonDocument.Parse(random.Json);
            for (var count = 0; count < 8; count++)
            {
                var facts = random.MakeCase();
                var inputs = facts.Where(fact => fact.Key != FactDeclaration.ReceivedName).ToDictionary(fact => fact.Key, fact => fact.Value);
                var expected = NaiveInterpreter.Decide(document.RootElement, facts);
                var item = CaseFacts.Create(evaluator.RuleSet, "1", Date(facts[FactDeclaration.ReceivedName]!), inputs);
                if (expected is null)
                {
                    Assert.Throws<RuleConflictException>(() => evaluator.Evaluate(item));
                }
                else
                {
                    Assert.Equal(expected, Fired(evaluator, item));
                }
            }
        }
    }

    [Fact]
    public void Evaluate_FromManyThreads_GivesTheSamePlans()
    {
        var ruleSet = ShippedRuleSets.Get("harburg");
        var facts = Enumerable.Range(0, 400).Select(day => Facts(ruleSet, day % 3 == 0 ? "adressat=Bezirksamtsleitung" : "", Monday.PlusDays(day))).ToArray();
        var alone = Create(ruleSet);
        var expected = facts.Select(item => PlanText.Of(alone, item)).ToArray();
        var shared = Create(ruleSet);
        var actual = new string[facts.Length];

        Parallel.For(0, facts.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, index => actual[index] = PlanText.Of(shared, facts[index]));

        Assert.Equal(expected, actual);
    }

    private static IEnumerable<string> Fired(IRuleEvaluator evaluator, CaseFacts facts) => evaluator.Evaluate(facts).FiredRules.Select(rule => rule.Id);

    private static CaseFacts Facts(RuleSet ruleSet, string facts, LocalDate? received = null) => CaseFacts.Create(
        ruleSet,
        "1",
        received ?? Monday,
        facts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(fact => fact.Split('=')).ToDictionary(fact => fact[0], fact => (string?)fact[1]));

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
