using Krm.Calendar.Holidays;
using Krm.Rules.NRules.Tests.Hosting;

namespace Krm.Rules.NRules.Tests.Sessions;

/// <summary>How work grows with the number of cases in one session: counted in conditions evaluated and rules fired, not in time.</summary>
public class GrowthTests
{
    [Fact]
    public void EvaluateAll_FourTimesTheCases_EvaluatesAndFiresFourTimesAsMuch()
    {
        var evaluator = new NRulesEvaluator(Tickets.Harburg, Bundesland.Hamburg, hostRules: HostRules.Of<AwardRule>());

        var (few, many) = (Count(evaluator, 1_000), Count(evaluator, 4_000));

        Assert.True(few.Conditions > 1_000 && few.Fired > 1_000);
        Assert.Equal((4 * few.Conditions, 4 * few.Fired), many);
    }

    [Fact]
    public void EvaluateAll_RuleOfTheHostWithAJoin_GrowsWithTheSquare()
    {
        var evaluator = new NRulesEvaluator(Tickets.Harburg, Bundesland.Hamburg, hostRules: HostRules.Of<SameNumberRule>());

        var (few, many) = (Count(evaluator, 100).Conditions, Count(evaluator, 400).Conditions);

        Assert.InRange((double)many / few, 8, 16);
    }

    private static (long Conditions, long Fired) Count(NRulesEvaluator evaluator, int cases)
    {
        var (conditions, fired) = (0L, 0L);
        var events = evaluator.Factory.Events;
        EventHandler<global::NRules.Diagnostics.LhsExpressionEventArgs> onCondition = (_, _) => conditions++;
        EventHandler<global::NRules.Diagnostics.AgendaEventArgs> onFired = (_, _) => fired++;
        events.LhsExpressionEvaluatedEvent += onCondition;
        events.RuleFiredEvent += onFired;
        evaluator.EvaluateAll(Enumerable.Range(0, cases).Select(number => Tickets.Case(number.ToString(System.Globalization.CultureInfo.InvariantCulture), number % 2 * 20_000)));
        events.LhsExpressionEvaluatedEvent -= onCondition;
        events.RuleFiredEvent -= onFired;
        return (conditions, fired);
    }
}
