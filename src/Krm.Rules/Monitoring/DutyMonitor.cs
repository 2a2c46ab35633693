using Krm.Calendar.OfficeHours;
using Krm.Calendar.WorkingDays;
using Krm.Rules.Compilation;
using Krm.Rules.Facts;
using Krm.Rules.Outcomes;
using NodaTime;

namespace Krm.Rules.Monitoring;

/// <summary>Says how duties stand at a moment, and who has to be told (Fristenüberwachung).</summary>
/// <remarks>
/// Immutable and thread-safe; keeps nothing between looks. Escalation counts in working days of the office; warnings appear
/// only while it is open: what falls due at night is found at the first look after <see cref="OfficeSchedule.NextOpening"/>.
/// </remarks>
/// <example><code>
/// var office = new OfficeScheduleBuilder(WorkingDayCalendar.For(Bundesland.Hamburg))
///     .Open(IsoDayOfWeek.Monday, new LocalTime(8, 0), new LocalTime(16, 0))
///     .Open(IsoDayOfWeek.Thursday, new LocalTime(8, 0), new LocalTime(12, 0))
///     .Open(IsoDayOfWeek.Thursday, new LocalTime(13, 0), new LocalTime(18, 0))
///     .Build();
/// var monitor = new DutyMonitor(office);
/// BacklogStatus status = monitor.CheckBacklog(cases, moment, warning =&gt; queue.Send(warning.ToCloudEvent("/amt/beschwerden")));
/// </code></example>
public sealed class DutyMonitor
{
    private static readonly Instant FirstCovered = Instant.FromUtc(1990, 1, 2, 0, 0);

    private readonly OfficeSchedule _office;
    private readonly DueDates _dueSoon;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, DueDates> _stages = new();

    /// <summary>Makes a monitor.</summary>
    /// <param name="office">Working days, closures and opening hours of the office.</param>
    /// <param name="options">Choices; <c>null</c> for the defaults.</param>
    /// <exception cref="ArgumentException">The office never opens, so that no warning could ever go out.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Due soon is not between 0 and 250 working days.</exception>
    public DutyMonitor(OfficeSchedule office, DutyMonitorOptions? options = null)
    {
        _office = Guard.NotNull(office);
        var dueSoon = (options ?? new DutyMonitorOptions()).DueSoonWorkingDays;
        if (dueSoon is < 0 or > 250)
        {
            throw new ArgumentOutOfRangeException(nameof(options), dueSoon, "Due soon is 0 to 250 working days before the due date.");
        }

        if (!Opens(office))
        {
            throw new ArgumentException("The office never opens, so that no warning could ever go out.", nameof(office));
        }

        _dueSoon = StageDays(-dueSoon);
    }

    /// <summary>Makes a monitor of an office that is open from 8:00 to 16:00 on each of its working days.</summary>
    /// <param name="workingDays">The working days of the office, its closures included.</param>
    /// <param name="options">Choices; <c>null</c> for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">Due soon is not between 0 and 250 working days.</exception>
    public DutyMonitor(WorkingDayCalendar workingDays, DutyMonitorOptions? options = null)
        : this(UsualHours(Guard.NotNull(workingDays)), options)
    {
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
    /// <param name="onWarning">Receives each warning; not called while the office is closed. <c>null</c> to count only.</param>
    /// <exception cref="ArgumentOutOfRangeException">Warnings are asked for at a moment outside the years 1990 to 2100.</exception>
    public BacklogStatus CheckBacklog(IEnumerable<MonitoredCase> cases, Instant moment, Action<DutyWarning>? onWarning = null)
    {
        Guard.NotNull(cases);
        var look = new Look(moment);
        var warn = onWarning is not null && _office.IsOpen(moment) ? onWarning : null;
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

        var isLate = duty.IsInHours ? look.Moment >= duty.DueInstant : look.Day > duty.DueDay;
        var state = isLate ? DutyState.Overdue : look.Day >= _dueSoon[duty.DueDay] ? DutyState.DueSoon : DutyState.Open;
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
            if (pause.Concerns(duty.Id) && pause.Covers(look.Date) && duty.CanPause)
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
    private DueDates NewStageDays(int workingDays) => new(due =>
    {
        try
        {
            return DayNumber.From(_office.Calendar.AddWorkingDays(DayNumber.ToDate(due), workingDays));
        }
        catch (ArgumentOutOfRangeException)
        {
            // One duty due in a century no calendar covers must not keep the whole backlog from being looked at.
            return due + workingDays;
        }
    });

    private static OfficeSchedule UsualHours(WorkingDayCalendar workingDays)
    {
        var builder = new OfficeScheduleBuilder(workingDays);
        for (var day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
        {
            builder.Open(day, new LocalTime(8, 0), new LocalTime(16, 0));
        }

        return builder.Build();
    }

    private static bool Opens(OfficeSchedule office)
    {
        try
        {
            office.NextOpening(FirstCovered);
            return true;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private readonly struct Look(Instant moment)
    {
        public Instant Moment { get; } = moment;

        public LocalDate Date { get; } = moment.InZone(GermanTime.Zone).Date;

        public int Day { get; } = DayNumber.From(moment.InZone(GermanTime.Zone).Date);
    }
}
