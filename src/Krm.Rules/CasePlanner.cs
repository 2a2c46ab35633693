using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using Krm.Rules.Compilation;
using Krm.Rules.Facts;
using Krm.Rules.Monitoring;

namespace Krm.Rules;

/// <summary>Works out the plan of a case from the rules that fired: the part of an evaluator that does not depend on its engine.</summary>
/// <remarks>
/// For an <see cref="IRuleEvaluator"/> on another engine: the engine decides which rules fire, the planner gives the duties
/// their due dates. Immutable and thread-safe; making one costs some milliseconds.
/// </remarks>
public sealed class CasePlanner
{
    private readonly PlanBuilder _builder;

    /// <summary>Makes a planner for offices of one Land.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="land">The Land whose holidays count.</param>
    /// <param name="office">The working days of the office, its closures included; <c>null</c> for Monday to Friday without holidays.</param>
    /// <param name="holidays">The holidays that move the ends of statutory periods; <c>null</c> for <see cref="HolidayData.Germany"/>.</param>
    public CasePlanner(RuleSet ruleSet, Bundesland land, WorkingDayCalendar? office = null, HolidayData? holidays = null)
    {
        RuleSet = Guard.NotNull(ruleSet);
        Land = land;
        _builder = new PlanBuilder(ruleSet, new DueCalculator(land, office, holidays));
    }

    /// <summary>The rule set.</summary>
    public RuleSet RuleSet { get; }

    /// <summary>The Land whose holidays count.</summary>
    public Bundesland Land { get; }

    /// <summary>The plan that follows from the rules that fired.</summary>
    /// <param name="facts">The facts of the case, of the same rule set.</param>
    /// <param name="fired">Positions in <see cref="RuleSet.Rules"/> of the rules that fired, ascending, each once.</param>
    /// <param name="history">What has happened so far; <c>null</c> for nothing. See <see cref="RuleEvaluator.Evaluate(CaseFacts, CaseHistory)"/>.</param>
    /// <param name="hostDuties">Duties of the host's own rules, after those of the rule set in the plan; <c>null</c> for none.</param>
    /// <exception cref="ArgumentException">
    /// The facts belong to another rule set, positions are out of range or not ascending, or a period of the host starts from
    /// a fact that is not a date of this rule set.
    /// </exception>
    /// <exception cref="RuleConflictException">Two tables give the same duty or notice, or a duty of the host has the identifier of another one.</exception>
    /// <exception cref="DueDateException">A due date would need days that no calendar covers.</exception>
    public CasePlan Plan(CaseFacts facts, ReadOnlySpan<int> fired, CaseHistory? history = null, IReadOnlyList<HostDuty>? hostDuties = null)
    {
        Check(facts, RuleSet);
        for (var position = 0; position < fired.Length; position++)
        {
            if (fired[position] <= (position == 0 ? -1 : fired[position - 1]) || fired[position] >= RuleSet.Rules.Count)
            {
                throw new ArgumentException($"Rules are given by ascending positions from 0 to {RuleSet.Rules.Count - 1}; at {position} stands {fired[position]}.", nameof(fired));
            }
        }

        foreach (var duty in hostDuties ?? [])
        {
            if (duty.Duty.Due?.Start.Fact is { } fact && !(fact.Type == FactType.Date && fact.Index < RuleSet.Facts.Count && ReferenceEquals(RuleSet.Facts[fact.Index], fact)))
            {
                throw new ArgumentException($"The duty '{duty.Id}' starts from the fact '{fact.Name}', which is not a date of the rule set '{RuleSet.Id}'.", nameof(hostDuties));
            }
        }

        return _builder.Build(facts, history ?? CaseHistory.Empty, fired, hostDuties ?? []);
    }

    internal static void Check(CaseFacts facts, RuleSet ruleSet)
    {
        if (!ReferenceEquals(Guard.NotNull(facts).RuleSet, ruleSet))
        {
            throw new ArgumentException($"The facts belong to another rule set ('{facts.RuleSet.Id}') than the evaluator ('{ruleSet.Id}').", nameof(facts));
        }
    }
}
