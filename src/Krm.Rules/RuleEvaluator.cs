using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using Krm.Rules.Compilation;
using Krm.Rules.Facts;
using Krm.Rules.Monitoring;

namespace Krm.Rules;

/// <summary>The built-in evaluator: compiles a rule set once and applies it to cases.</summary>
/// <remarks>
/// Immutable and thread-safe; making one costs milliseconds, so make it once and keep it. Generates no code at run time.
/// The cost of a case does not grow with rules that cannot match, as long as some fact tells them apart.
/// </remarks>
public sealed class RuleEvaluator : IRuleEvaluator
{
    private readonly CompiledRuleSet _compiled;
    private readonly PlanBuilder _builder;

    /// <summary>Compiles a rule set for offices of one Land.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="land">The Land whose holidays count.</param>
    /// <param name="office">The working days of the office, its closures included; <c>null</c> for Monday to Friday without holidays.</param>
    /// <param name="holidays">The holidays that move the ends of statutory periods; <c>null</c> for <see cref="HolidayData.Germany"/>.</param>
    public RuleEvaluator(RuleSet ruleSet, Bundesland land, WorkingDayCalendar? office = null, HolidayData? holidays = null)
    {
        RuleSet = Guard.NotNull(ruleSet);
        Land = land;
        _compiled = new CompiledRuleSet(ruleSet);
        _builder = new PlanBuilder(ruleSet, new DueCalculator(land, office, holidays));
    }

    /// <inheritdoc/>
    public RuleSet RuleSet { get; }

    /// <summary>The Land whose holidays count.</summary>
    public Bundesland Land { get; }

    /// <inheritdoc/>
    public int MaximumFired => _compiled.MaximumFired;

    /// <inheritdoc/>
    public int Decide(ReadOnlySpan<FactValue> facts, Span<int> fired)
    {
        if (facts.Length < _compiled.InputCount || fired.Length < _compiled.MaximumFired)
        {
            throw new ArgumentException($"{_compiled.InputCount} facts and room for {_compiled.MaximumFired} rules are needed; {facts.Length} and {fired.Length} were given.");
        }

        return _compiled.Decide(facts, fired);
    }

    /// <inheritdoc/>
    public CasePlan Evaluate(CaseFacts facts) => Evaluate(facts, CaseHistory.Empty);

    /// <summary>Decides a case anew with what has happened so far.</summary>
    /// <remarks>
    /// A period that starts from a duty counts from its completion once it is done, from its due date before. Pauses extend
    /// every period they fall into that can stand still: service targets and BGB periods that run forward, other than "at
    /// once" (no other law knows it). While one goes on, such duties have no due date. Nothing of the history is lost when
    /// facts change: evaluate the new facts with the same history.
    /// </remarks>
    /// <param name="facts">The facts of the case, of the same rule set.</param>
    /// <param name="history">What has happened so far.</param>
    /// <exception cref="ArgumentException">The facts belong to another rule set.</exception>
    /// <exception cref="RuleConflictException">Two rules match where the hit policy of their table allows one, or two tables give the same duty or notice.</exception>
    /// <exception cref="DueDateException">A due date would need days that no calendar covers.</exception>
    public CasePlan Evaluate(CaseFacts facts, CaseHistory history)
    {
        CasePlanner.Check(facts, RuleSet);
        Guard.NotNull(history);

        Span<int> fired = MaximumFired <= 256 ? stackalloc int[MaximumFired] : new int[MaximumFired];
        var count = _compiled.Decide(facts.Values, fired);
        return _builder.Build(facts, history, fired.Slice(0, count), []);
    }
}
