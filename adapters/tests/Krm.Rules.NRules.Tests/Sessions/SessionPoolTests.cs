using Krm.Calendar.Holidays;
using Krm.Contracts.Rules.Models;
using Krm.Rules.NRules.Facts;
using Krm.Rules.NRules.Tests.Hosting;

namespace Krm.Rules.NRules.Tests.Sessions;

/// <summary>What one case leaves in a session must not reach the next.</summary>
public class SessionPoolTests
{
    [Fact]
    public void Evaluate_OneAfterTheOther_UsesOneSession()
    {
        var evaluator = new NRulesEvaluator(Tickets.Harburg, Bundesland.Hamburg);

        var sessions = Sessions(evaluator, () =>
        {
            for (var count = 0; count < 20; count++)
            {
                evaluator.Evaluate(Tickets.Case());
            }
        });

        Assert.Single(sessions);
    }

    [Fact]
    public void Evaluate_FromManyThreads_NeverSharesASessionAtTheSameTime()
    {
        var evaluator = new NRulesEvaluator(Tickets.Harburg, Bundesland.Hamburg);
        var (busy, shared) = (new HashSet<object>(), 0);
        evaluator.Factory.Events.FactInsertingEvent += (session, arguments) =>
        {
            lock (busy)
            {
                shared += arguments.Fact.Value is CaseToDecide && !busy.Add(session!) ? 1 : 0;
            }
        };
        evaluator.Factory.Events.FactRetractedEvent += (session, arguments) =>
        {
            lock (busy)
            {
                _ = arguments.Fact.Value is CaseToDecide && busy.Remove(session!);
            }
        };

        Parallel.For(0, 2_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => evaluator.Evaluate(Tickets.Case()));

        Assert.Equal(0, shared);
    }

    [Fact]
    public void Evaluate_AfterARuleOfTheHostThrew_TakesAFreshSession()
    {
        var evaluator = new NRulesEvaluator(Tickets.Harburg, Bundesland.Hamburg, hostRules: HostRules.Of<ThrowingRule>());
        var alone = PlanText.Of(new RuleEvaluator(Tickets.Harburg, Bundesland.Hamburg), Tickets.Case().Facts);

        var sessions = Sessions(evaluator, () =>
        {
            Assert.Equal(alone, PlanText.Of(evaluator.Evaluate(Tickets.Case())));
            Assert.ThrowsAny<Exception>(() => evaluator.Evaluate(Tickets.Case(amount: -1)));
            Assert.Equal(alone, PlanText.Of(evaluator.Evaluate(Tickets.Case())));
        });

        Assert.Equal(2, sessions.Count);
    }

    [Theory]
    [InlineData(typeof(AwardRule))]
    [InlineData(typeof(LinkedAwardRule))]
    public void Evaluate_AfterACaseWithADutyOfTheHost_StartsClean(Type rule)
    {
        var evaluator = new NRulesEvaluator(Tickets.Harburg, Bundesland.Hamburg, hostRules: HostRules.Of(rule));

        for (var count = 0; count < 3; count++)
        {
            Assert.Single(evaluator.Evaluate(Tickets.Case(amount: 20_000)).Duties, duty => duty.Rule.IsOfHost);
        }
    }

    [Fact]
    public void ForOffice_AnotherLand_SharesTheCompiledRulesAndHasItsOwnHolidays()
    {
        var hamburg = new NRulesEvaluator(Tickets.Harburg, Bundesland.Hamburg);
        var bayern = hamburg.ForOffice(Bundesland.Bayern);

        Assert.Same(hamburg.Factory, bayern.Factory);
        var expected = PlanText.Of(new RuleEvaluator(Tickets.Harburg, Bundesland.Bayern), Tickets.Case().Facts);
        Assert.Equal(expected, PlanText.Of(bayern, Tickets.Case().Facts));
        Assert.Equal(expected, PlanText.Of(new NRulesEvaluator(new CasePlanner(Tickets.Harburg, Bundesland.Bayern)), Tickets.Case().Facts));
    }

    [Fact]
    public void EvaluateAll_CaseGivenTwice_IsRefused()
    {
        var item = Tickets.Case();

        Assert.Throws<ArgumentException>(() => new NRulesEvaluator(Tickets.Harburg, Bundesland.Hamburg).EvaluateAll([item, item]));
    }

    private static HashSet<object> Sessions(NRulesEvaluator evaluator, Action work)
    {
        var sessions = new HashSet<object>();
        evaluator.Factory.Events.FactInsertingEvent += (session, _) => sessions.Add(session!);
        work();
        return sessions;
    }
}
