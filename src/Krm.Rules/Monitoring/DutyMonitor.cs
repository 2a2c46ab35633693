using Krm.Calendar.WorkingDays;
using Krm.Rules.Compilation;
using Krm.Rules.Facts;
using Krm.Rules.Outcomes;
using NodaTime;

namespace Krm.Rules.Monitoring;

/// <summary>Says how duties stand at a moment, and who has to be told (Fristenüberwachung).</summary>
/// <remarks>
/// Immutable and thread-safe; keeps nothing between looks. Escalation counts in working days of the given calendar;
/// warnings appear during office hours only: what falls due at night is found at the first look of the next working day.
/// </remarks>
public sealed class DutyMonitor
{
    private readonly WorkingDayCalendar _workingDays;
    private readonly DutyMonitorOptions _options;
    private readonly DueDates _dueSoon;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, DueDates> _stages = new();

    /// <summary>Makes a monitor.</summary>
    /// <param name="workingDays">The working days of the office.</param>
    /// <param name="options">Choices; <c>null</c> for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">Due soon is not between 0 and 250 working days, or the office closes before it opens.</exception>
    public DutyMonitor(WorkingDayCalendar workingDays, DutyMonitorOptions? options = null)
    {
        _workingDays = Guard.NotNull(workingDays);
        _options = options ?? new DutyMonitorOptions();
        if (_options.DueSoonWorkingDays is < 0 or > 250)
        {
            throw new ArgumentOutOfRangeException(nameof(options), _options.DueSoonWorkingDays, "Due soon is 0 to 250 working days before the due date.");
        }

        if (_options.OfficeCloses <= _options.OfficeOpens)
        {
            throw new ArgumentOutOfRangeException(nameof(options), "The office has to close after it opens.");
        }

        _dueSoon = StageDays(-_options.DueSoonWorkingDays);
    }

    /// <summary>Whether warnings may go out at the moment.</summary>
    public bool IsOfficeOpen(Instant moment)
    {
        var local = moment.InZone(GermanTime.Zone).LocalDateTime;
        return _workingDays.IsWorkingDay(local.Date) && local.TimeOfDay >= _options.OfficeOpens && local.TimeOfDay < _options.OfficeCloses;
    }

    /// <summary>How every duty of a plan stands at a moment.</summary>
    /// <param name="plan">The plan, worked out with the same history.</param>
    /// <param name="history">What has happened so far; what happened after the moment is not seen.</param>
    /// <param name="moment">The moment.</param>
    public IReadOnlyList<DutyStatus> Check(CasePlan plan, CaseHistory history, Instant moment)
    {
        Guard.NotNull(plan);
        Guard.NotNull(history);
        var look = new Look(moment);
        return [.. plan.Duties.Select(duty => StatusOf(duty, history, look))];
    }

    /// <summary>How one duty stands at a moment.</summary>
    /// <inheritdoc cref="Check(CasePlan, CaseHistory, Instant)"/>
    /// <param name="duty">The duty.</param>
    /// <param name="history">What has happened so far; what happened after the moment is not seen.</param>
    /// <param name="moment">The moment.</param>
    public DutyStatus Check(Duty duty, CaseHistory history, Instant moment) =>
        StatusOf(Guard.NotNull(duty), Guard.NotNull(history), new Look(moment));

    /// <summary>Looks at a whole backlog in one pass.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="onWarning">Receives each warning; not called outside office hours. <c>null</c> to count only.</param>
    public BacklogStatus CheckBacklog(IEnumerable<MonitoredCase> cases, Instant moment, Action<DutyWarning>? onWarning = null)
    {
        Guard.NotNull(cases);
        var look = new Look(moment);
        var warn = onWarning is not null && IsOfficeOpen(moment) ? onWarning : null;
        var counts = new long[(int)DutyState.Waived + 1];
        long count = 0;
        foreach (var item in cases)
        {
            count++;
            foreach (var duty in item.Plan.DutySpan)
            {
                var status = StatusOf(duty, item.History, look);
                counts[(int)status.State]++;
                if (warn is not null && status.Stage is { } stage)
                {
                    warn(new DutyWarning(duty, item.Plan.CaseId, stage, status.State, moment));
                }
            }
        }

        return new BacklogStatus(count, counts);
    }

    private DutyStatus StatusOf(Duty duty, CaseHistory history, Look look)
    {
        if (!ReferenceEquals(history, CaseHistory.Empty) && SettledState(duty, history, look) is { } settled)
        {
            return new DutyStatus(duty, settled, null);
        }

        if (duty.DueDay == DueDates.None)
        {
            return new DutyStatus(duty, DutyState.Open, null);
        }

        var state = look.Day > duty.DueDay ? DutyState.Overdue : look.Day >= _dueSoon[duty.DueDay] ? DutyState.DueSoon : DutyState.Open;
        return new DutyStatus(duty, state, StageOf(duty, look.Day));
    }

    private static DutyState? SettledState(Duty duty, CaseHistory history, Look look)
    {
        if (history.Waivers.ContainsKey(duty.Id))
        {
            return DutyState.Waived;
        }

        if (history.Completions.TryGetValue(duty.Id, out var done) && done <= look.Moment)
        {
            return duty.DueInstant <= done ? DutyState.DoneLate : DutyState.DoneInTime;
        }

        foreach (var pause in history.Pauses)
        {
            if (pause.Concerns(duty.Id) && pause.Covers(look.Date))
            {
                return DutyState.Paused;
            }
        }

        return null;
    }

    private EscalationStage? StageOf(Duty duty, int today)
    {
        EscalationStage? reached = null;
        foreach (var stage in duty.Outcome.Stages)
        {
            if (today < StageDays(stage.WorkingDays)[duty.DueDay])
            {
                break;
            }

            reached = stage;
        }

        return reached;
    }

    private DueDates StageDays(int workingDays) => _stages.TryGetValue(workingDays, out var known)
        ? known
        : _stages.GetOrAdd(workingDays, NewStageDays(workingDays));

    // Apart from the look-up, so that its closure is not made at each of them.
    private DueDates NewStageDays(int workingDays) =>
        new(due => DayNumber.From(_workingDays.AddWorkingDays(DayNumber.ToDate(due), workingDays)));

    private readonly struct Look(Instant moment)
    {
        public Instant Moment { get; } = moment;

        public LocalDate Date { get; } = moment.InZone(GermanTime.Zone).Date;

        public int Day { get; } = DayNumber.From(moment.InZone(GermanTime.Zone).Date);
    }
}
