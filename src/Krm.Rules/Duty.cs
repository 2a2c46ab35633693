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
    private readonly DutyHours? _hours;

    internal Duty(CasePlan plan, Rule rule, int startDay, int dueDay, DutyHours? hours = null)
    {
        _plan = plan;
        Rule = rule;
        StartDay = startDay;
        _dueDay = dueDay;
        _hours = hours;
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

    /// <summary>The first moment at which the duty is late; <c>null</c> without due date.</summary>
    /// <remarks>The end of the due date in Germany; for a period in hours the minute at which it ends.</remarks>
    public Instant? DueInstant => _hours is { } hours ? hours.End : DueDate is { } date ? GermanTime.EndOf(date) : null;

    /// <summary>Whether the period runs in hours, so that <see cref="DueInstant"/> need not be the end of a day.</summary>
    public bool IsInHours => _hours is not null;

    /// <summary>The deadline with every step of its computation; <c>null</c> if its start or period is not known.</summary>
    /// <remarks>Worked out at each call, some microseconds; its last day is <see cref="DueDate"/>.</remarks>
    public Deadline? Deadline => _plan.Builder.DeadlineOf(_plan, this);

    /// <summary>The day the period starts from; <c>null</c> if it is not known or there is no period.</summary>
    public LocalDate? StartDate => StartDay == DueDates.None ? null : DayNumber.ToDate(StartDay);

    /// <summary>The time on <see cref="StartDate"/> a period in hours starts from, on the clock in Germany; <c>null</c> for other periods.</summary>
    public LocalTime? StartTime => _hours?.Start;

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

    /// <summary>Whether a pause of the case stops the clock of this duty.</summary>
    internal bool CanPause => _plan.Builder.CanPause(_plan, Rule);

    internal string RuleSetText => _plan.RuleSet.Id + " " + _plan.RuleSet.Version;
}
