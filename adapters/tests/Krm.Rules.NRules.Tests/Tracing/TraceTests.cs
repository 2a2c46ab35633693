using Krm.Calendar.Holidays;
using Krm.Contracts.Rules.Models;
using Krm.Rules.NRules.Facts;
using Krm.Rules.NRules.Tests.Hosting;
using Krm.Rules.NRules.Tracing;

namespace Krm.Rules.NRules.Tests.Tracing;

public class TraceTests
{
    [Fact]
    public void EvaluateTraced_ShippedRuleSets_RulesThatFiredAreThoseOfThePlan()
    {
        foreach (var ruleSet in ShippedRuleSets.Ids.Select(ShippedRuleSets.Get))
        {
            var (evaluator, cases) = (new NRulesEvaluator(ruleSet, Bundesland.Hamburg), new RandomCases(ruleSet, 3));
            for (var count = 0; count < 100; count++)
            {
                var traced = evaluator.EvaluateTraced(new CaseToDecide(cases.Next()));
                Assert.Equal(traced.Plan.FiredRules, Of(traced, TraceStepKind.Fired).OrderBy(rule => rule!.Index));
                Assert.Equal(
                    Of(traced, TraceStepKind.Matched).Select(rule => rule!.Index).Order(),
                    Of(traced, TraceStepKind.Fired).Concat(Of(traced, TraceStepKind.Overtaken)).Select(rule => rule!.Index).Order());
            }
        }
    }

    [Fact]
    public void EvaluateTraced_RuleThatAnotherOneOvertakes_IsNamed()
    {
        var evaluator = new NRulesEvaluator(Tickets.Harburg, Bundesland.Hamburg);
        var facts = CaseFacts.Create(Tickets.Harburg, "1", new NodaTime.LocalDate(2026, 3, 2), new Dictionary<string, string?> { ["art"] = "Widerspruch", ["kanal"] = "Telefon" });

        var steps = evaluator.EvaluateTraced(new CaseToDecide(facts)).Steps.Select(step => step.ToGerman()).ToArray();

        Assert.Contains("Regel G2 (DA-QM, Nr. 4) gilt.", steps);
        Assert.Contains("Regel B1 (DA-QM, Nr. 1) trifft zu, kommt aber nicht zum Zug.", steps);
    }

    [Fact]
    public void EvaluateTraced_RuleOfTheHost_IsNamedToo()
    {
        var evaluator = new NRulesEvaluator(Tickets.Harburg, Bundesland.Hamburg, hostRules: HostRules.Of<AwardRule>());

        var traced = evaluator.EvaluateTraced(Tickets.Case(amount: 20_000));

        Assert.NotNull(traced.Plan.FindDuty("mitzeichnung"));
        Assert.Contains(traced.Steps, step => step is { Kind: TraceStepKind.Fired, Rule: null } && step.ToGerman().Contains(nameof(AwardRule), StringComparison.Ordinal));
    }

    [Fact]
    public void EvaluateTraced_Afterwards_TheSessionIsNotListenedTo()
    {
        var evaluator = new NRulesEvaluator(Tickets.Harburg, Bundesland.Hamburg);
        var traced = evaluator.EvaluateTraced(Tickets.Case());
        var count = traced.Steps.Count;

        evaluator.Evaluate(Tickets.Case());

        Assert.Equal(count, traced.Steps.Count);
    }

    private static IEnumerable<Rule?> Of(TracedPlan traced, TraceStepKind kind) => traced.Steps.Where(step => step.Kind == kind).Select(step => step.Rule);
}
