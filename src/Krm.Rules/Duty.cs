using Krm.Calendar.Deadlines;
using Krm.Rules.Compilation;
using Krm.Rules.Facts;
using Krm.Rules.Outcomes;
using Krm.Rules.Sources;
using Krm.Rules.Tracing;
using NodaTime;

namespace Krm.Rules;

/// <summary>What has to be done for a case, by whom, until when (Pflicht).</summary>
/// <remarks>Immutable and thread-safe. Texts are put together when asked for.</remarks>
public sealed class Duty
{
    private readonly CasePlan _plan;
    private readonly int _dueDay;

    internal Duty(CasePlan plan, Rule rule, int startDay, int dueDay)
    {
        _plan = plan;
        Rule = rule;
        StartDay = startDay;
        _dueDay = dueDay;
    }

    /// <summary>Identifier, unique in the plan.</summary>
    public string Id => Outcome.Id;

    /// <summary>German title.</summary>
    public string Title => Outcome.Title;

    /// <summary>Who has to do it.</summary>
    public string Role => Outcome.Role;

    /// <summary>The channel to use; may be empty.</summary>
    public string Channel => Outcome.Channel;

    /// <summary>Name of the template to use; may be empty.</summary>
    public string Template => Outcome.Template;

    /// <summary>Identifiers of the duties that have to be done first.</summary>
    public IReadOnlyList<string> DependsOn => Outcome.DependsOn;

    /// <summary>Whom to tell, and when, while the duty is open.</summary>
    public IReadOnlyList<EscalationStage> Escalation => Outcome.Escalation;

    /// <summary>The last day on which the duty is done in time; <c>null</c> if its start or period is not known.</summary>
    public LocalDate? DueDate => _dueDay == DueDates.None ? null : DayNumber.ToDate(_dueDay);

    /// <summary>The end of the due date in Germany: the first moment at which the duty is late; <c>null</c> without due date.</summary>
    public Instant? DueInstant => DueDate is { } date ? GermanTime.EndOf(date) : null;

    /// <summary>The deadline with every step of its computation; <c>null</c> if its start or period is not known.</summary>
    /// <remarks>Worked out at each call, some microseconds; its last day is <see cref="DueDate"/>.</remarks>
    public Deadline? Deadline => _plan.Builder.DeadlineOf(_plan, this);

    /// <summary>The day the period starts from; <c>null</c> if it is not known or there is no period.</summary>
    public LocalDate? StartDate => StartDay == DueDates.None ? null : DayNumber.ToDate(StartDay);

    /// <summary>The rule that made the duty.</summary>
    public Rule Rule { get; }

    /// <summary>Identifier of the rule that made the duty.</summary>
    public string RuleId => Rule.Id;

    /// <summary>The place the duty comes from.</summary>
    public Citation Citation => Rule.Citation;

    /// <summary>Why the duty exists and how its due date follows: German sentences a clerk can file.</summary>
    public string Reason => ReasonText.Of(this, _plan);

    internal DutyOutcome Outcome => (DutyOutcome)Rule.Then;

    internal int StartDay { get; }

    internal int DueDay => _dueDay;

    internal string RuleSetText => _plan.RuleSet.Id + " " + _plan.RuleSet.Version;
}
