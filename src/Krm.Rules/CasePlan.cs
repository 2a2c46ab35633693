using Krm.Rules.Compilation;
using Krm.Rules.Facts;
using Krm.Rules.Monitoring;
using Krm.Rules.Outcomes;
using NodaTime;

namespace Krm.Rules;

/// <summary>What has to happen to a case (Bearbeitungsplan): scope, priority, duties, routes, notices, retention.</summary>
/// <remarks>Immutable and thread-safe. Every part names the rule it follows from.</remarks>
public sealed class CasePlan
{
    private readonly int[] _fired;
    private readonly Duty[] _duties;

    internal CasePlan(PlanBuilder builder, CaseFacts facts, CaseHistory history, int[] fired, int dutyCount)
    {
        History = history;
        Builder = builder;
        Facts = facts;
        _fired = fired;
        _duties = dutyCount == 0 ? [] : new Duty[dutyCount];
    }

    /// <summary>Identifier of the case.</summary>
    public string CaseId => Facts.CaseId;

    /// <summary>The rule set that was applied.</summary>
    public RuleSet RuleSet => Facts.RuleSet;

    /// <summary>The facts the plan follows from.</summary>
    public CaseFacts Facts { get; }

    /// <summary>What had happened to the case when the plan was worked out.</summary>
    public CaseHistory History { get; }

    /// <summary>Whether the procedure applies to the case; without it the rule set gives no duties.</summary>
    public bool IsApplicable => !(ScopeRule?.Then is ScopeOutcome { Applies: false });

    /// <summary>The rule that decided whether the procedure applies; <c>null</c> if no rule spoke about it.</summary>
    public Rule? ScopeRule => FirstOf(TableKind.Scope);

    /// <summary>The rule that excludes the case; <c>null</c> if the procedure applies.</summary>
    public Rule? ExcludingRule => IsApplicable ? null : ScopeRule;

    /// <summary>The priority; <c>null</c> if the procedure does not apply or no rule gives one.</summary>
    public string? Priority => (PriorityRule?.Then as ResultOutcome)?.Value;

    /// <summary>The rule that gave the priority; <c>null</c> if none did.</summary>
    public Rule? PriorityRule => FirstOf(TableKind.Priority);

    /// <summary>The duties in the order of the rule set, then those of the host's own rules.</summary>
    public IReadOnlyList<Duty> Duties => _duties;

    /// <summary>Where the case goes.</summary>
    public IReadOnlyList<CaseRoute> Routes => [.. FiredOf(TableKind.Routing).Select(CaseRoute.Of)];

    /// <summary>The notices that go with the case.</summary>
    public IReadOnlyList<CaseNotice> Notices => [.. FiredOf(TableKind.Notices).Select(CaseNotice.Of)];

    /// <summary>The rule that decides how long the data are kept; <c>null</c> if none does.</summary>
    public Rule? RetentionRule => FirstOf(TableKind.Retention);

    /// <summary>The day on which the data have to be deleted, as planned; <c>null</c> if no rule decides it or its start is not known.</summary>
    public LocalDate? DeleteOn => Builder.DeleteOn(this);

    /// <summary>All rules of the rule set that fired, in the order of their tables.</summary>
    public IReadOnlyList<Rule> FiredRules => Array.ConvertAll(_fired, index => RuleSet.Rules[index]);

    /// <summary>Reason why the procedure does or does not apply, in German.</summary>
    public string ScopeReason => Tracing.ReasonText.OfScope(this);

    /// <summary>The duty of the given id; <c>null</c> if the plan has none.</summary>
    public Duty? FindDuty(string id) => Array.Find(_duties, duty => duty.Id == id);

    internal PlanBuilder Builder { get; }

    internal ReadOnlySpan<Duty> DutySpan => _duties;

    internal int ReceivedDay => (int)Facts.Values[0].Code;

    internal void SetDuty(int position, Duty duty) => _duties[position] = duty;

    /// <summary>The day a duty was done or else is due, for periods that start from it; <see cref="DueDates.None"/> if unknown.</summary>
    internal int EndDayOf(string duty) => History.Completions.TryGetValue(duty, out var done)
        ? DayNumber.From(done.InZone(GermanTime.Zone).Date)
        : FindDuty(duty)?.DueDay ?? DueDates.None;

    /// <summary>The moment a duty was done or else is due, for periods in hours that start from it.</summary>
    internal Instant? EndMomentOf(string duty) => History.Completions.TryGetValue(duty, out var done) ? done : FindDuty(duty)?.DueInstant;

    /// <summary>The value that an earlier table gave.</summary>
    internal FactValue ResultOf(FactDeclaration fact)
    {
        foreach (var index in _fired)
        {
            var rule = RuleSet.Rules[index];
            if (rule.Table == fact.Name && rule.Then is ResultOutcome result)
            {
                return new FactValue(fact.FindChoice(result.Value));
            }
        }

        return FactValue.Missing;
    }

    private Rule? FirstOf(TableKind kind) => FiredOf(kind).FirstOrDefault();

    private IEnumerable<Rule> FiredOf(TableKind kind)
    {
        foreach (var index in _fired)
        {
            if (Builder.KindOf(index) == kind)
            {
                yield return RuleSet.Rules[index];
            }
        }
    }
}
