using Krm.Rules.NRules.Facts;
using NRules;

namespace Krm.Rules.NRules;

/// <summary>Takes plans out of sessions of NRules.</summary>
public static class SessionExtensions
{
    /// <summary>The plans of all cases of the planner's rule set that were decided in the session, in no particular order.</summary>
    /// <remarks>Call it after <c>Fire</c>. Goes twice through all facts of the session and changes nothing in it.</remarks>
    /// <param name="session">The session.</param>
    /// <param name="planner">Works out the due dates.</param>
    /// <exception cref="RuleConflictException">
    /// A case is undecided because two rules collide, two tables give the same duty or notice, or a duty of the host has the
    /// identifier of another one.
    /// </exception>
    /// <exception cref="DueDateException">A due date would need days that no calendar covers.</exception>
    public static IReadOnlyList<CasePlan> GetPlans(this ISession session, CasePlanner planner) =>
        [.. Plans(Guard.NotNull(session), Guard.NotNull(planner)).Values];

    internal static Dictionary<CaseToDecide, CasePlan> Plans(ISession session, CasePlanner planner)
    {
        var duties = session.Query<AddedDuty>().AsEnumerable().ToLookup(added => added.Case, added => added.Duty);
        return Decided(session, planner.RuleSet).ToDictionary(
            item => item.Case,
            item => planner.Plan(item.Facts, item.Fired, item.Case.History, duties.Contains(item) ? [.. duties[item]] : null));
    }

    /// <summary>The decided cases of a rule set.</summary>
    /// <exception cref="RuleConflictException">One of its cases is undecided.</exception>
    internal static List<DecidedCase> Decided(ISession session, RuleSet ruleSet)
    {
        var decided = new List<DecidedCase>();
        foreach (var fact in session.Query<object>())
        {
            switch (fact)
            {
                case UndecidedCase undecided when ReferenceEquals(undecided.Case.Facts.RuleSet, ruleSet):
                    throw undecided.Conflict;
                case DecidedCase item when ReferenceEquals(item.Facts.RuleSet, ruleSet):
                    decided.Add(item);
                    break;
            }
        }

        return decided;
    }
}
