using Krm.Rules.NRules.Facts;
using NRules;

namespace Krm.Rules.NRules;

/// <summary>Takes plans out of sessions of NRules.</summary>
public static class SessionExtensions
{
    /// <summary>The plans of all cases of the planner's rule set that were decided in the session, in no particular order.</summary>
    /// <remarks>Call it after <c>Fire</c>. Goes once through all facts of the session and changes nothing in it.</remarks>
    /// <param name="session">The session.</param>
    /// <param name="planner">Works out the due dates.</param>
    /// <exception cref="RuleConflictException">
    /// A case is undecided because two rules collide, or a duty of the host has the identifier of another one.
    /// </exception>
    public static IReadOnlyList<CasePlan> GetPlans(this ISession session, CasePlanner planner) =>
        [.. Collect(Guard.NotNull(session), Guard.NotNull(planner)).Values];

    internal static Dictionary<CaseToDecide, CasePlan> Collect(ISession session, CasePlanner planner)
    {
        var decided = new List<DecidedCase>();
        var duties = new Dictionary<DecidedCase, List<HostDuty>>();
        foreach (var fact in session.Query<object>())
        {
            switch (fact)
            {
                case UndecidedCase undecided when ReferenceEquals(undecided.Case.Facts.RuleSet, planner.RuleSet):
                    throw undecided.Conflict;
                case DecidedCase item when ReferenceEquals(item.Facts.RuleSet, planner.RuleSet):
                    decided.Add(item);
                    break;
                case AddedDuty added:
                    if (!duties.TryGetValue(added.Case, out var list))
                    {
                        duties.Add(added.Case, list = []);
                    }

                    list.Add(added.Duty);
                    break;
            }
        }

        return decided.ToDictionary(
            item => item.Case,
            item => planner.Plan(item.Facts, item.Fired, item.Case.History, duties.TryGetValue(item, out var added) ? added : null));
    }
}
