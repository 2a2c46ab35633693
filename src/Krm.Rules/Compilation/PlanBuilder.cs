using System.Collections.Concurrent;
using Krm.Calendar.Deadlines;
using Krm.Rules.Facts;
using Krm.Rules.Monitoring;
using Krm.Rules.Outcomes;
using NodaTime;

namespace Krm.Rules.Compilation;

/// <summary>Turns fired rules into a plan: works out start and due date of each duty.</summary>
internal sealed class PlanBuilder
{
    private readonly Rule[] _rules;
    private readonly TableKind[] _kinds;
    private readonly CompiledDue?[] _dues;

    /// <summary>By rule: rank in the order in which due dates can be worked out.</summary>
    private readonly int[] _ranks;

    private readonly bool _hasChains;
    private readonly Func<DueRule, string, DueDates> _datesOf;

    /// <summary>Due dates of the host's own rules, which come with the cases; equal ones are shared.</summary>
    private readonly ConcurrentDictionary<DueRule, CompiledDue> _hostDues = new();

    /// <summary>By rule: whether another table has a rule for the same duty or notice.</summary>
    private readonly bool[] _isShared;

    private readonly DueCalculator _calculator;

    public PlanBuilder(RuleSet ruleSet, DueCalculator calculator)
    {
        _calculator = calculator;
        _rules = [.. ruleSet.Rules];
        _kinds = new TableKind[_rules.Length];
        foreach (var table in ruleSet.Tables)
        {
            foreach (var rule in table.Otherwise is null ? table.Rules : table.Rules.Append(table.Otherwise))
            {
                _kinds[rule.Index] = table.Kind;
            }
        }

        var dates = new ConcurrentDictionary<(string Period, string Regime, bool Backward, bool? Shift), DueDates>();
        _datesOf = (due, period) => dates.GetOrAdd(
            (period, due.Regime, due.IsBackward, due.Shift),
            _ => new DueDates(start => DayNumber.From(calculator.LastDay(due, period, DayNumber.ToDate(start))!.Value)));
        _dues = Array.ConvertAll(_rules, rule => DueOf(rule) is { } due ? new CompiledDue(due, _datesOf) : null);
        var order = DueCycles.Order(_rules, byDependsOn: false, out _).ToList();
        _ranks = Array.ConvertAll(_rules, rule => rule.Then.Key is { } key ? order.IndexOf(key) : -1);
        _hasChains = Array.Exists(_rules, rule => DueOf(rule)?.Start.Duty is not null);
        var shared = SharedKeys.Of(ruleSet);
        _isShared = shared.Count == 0 ? [] : Array.ConvertAll(_rules, rule => rule.Then.Key is { } key && shared.Contains((_kinds[rule.Index], key)));
    }

    public TableKind KindOf(int rule) => _kinds[rule];

    public CasePlan Build(CaseFacts facts, CaseHistory history, ReadOnlySpan<int> fired, IReadOnlyList<HostDuty> hostDuties)
    {
        if (_isShared.Length > 0)
        {
            CheckShared(fired);
        }

        var dutyCount = hostDuties.Count;
        foreach (var rule in fired)
        {
            dutyCount += _kinds[rule] == TableKind.Duties ? 1 : 0;
        }

        var plan = new CasePlan(this, facts, history, fired.ToArray(), dutyCount);
        var position = 0;
        foreach (var rule in fired)
        {
            if (_kinds[rule] == TableKind.Duties)
            {
                plan.SetDuty(position++, CreateDuty(plan, _rules[rule], chained: false));
            }
        }

        for (var index = 0; index < hostDuties.Count; index++)
        {
            AddHostDuty(plan, position++, hostDuties[index].Rule);
        }

        if (dutyCount > 1 && (_hasChains || hostDuties.Count > 0))
        {
            ResolveChains(plan);
        }

        return plan;
    }

    public LocalDate? DeleteOn(CasePlan plan)
    {
        if (plan.RetentionRule is not { Then: RetentionOutcome retention } rule)
        {
            return null;
        }

        var due = _dues[rule.Index]!;
        var start = StartDay(plan, due, chained: true);
        if (start == DueDates.None || due.PeriodOn(plan.ReceivedDay)?.Dates is not { } dates)
        {
            return null;
        }

        return DayNumber.ToDate(dates[retention.FromYearEnd ? LastDayOfYear(start) : start]).PlusDays(1);
    }

    /// <summary>The period a rule's due date follows from in a plan; <c>null</c> without.</summary>
    public string? PeriodOf(CasePlan plan, Rule rule) => CompiledDueOf(rule)?.PeriodOn(plan.ReceivedDay)?.Text;

    /// <summary>Whether a pause stops the clock of a rule's duty; a duty without period can always rest.</summary>
    public bool CanPause(CasePlan plan, Rule rule) => CompiledDueOf(rule)?.PeriodOn(plan.ReceivedDay)?.CanPause ?? true;

    /// <summary>The deadline of a duty with its steps; <c>null</c> if start or period are not known.</summary>
    public Deadline? DeadlineOf(CasePlan plan, Duty duty) =>
        CompiledDueOf(duty.Rule) is { } due && duty.StartDate is { } start && due.PeriodOn(plan.ReceivedDay) is { } period
            ? _calculator.Explain(due.Rule, period.Text, start, duty.StartTime, PausesOf(plan, duty.Rule, period, start))
            : null;

    private static DueRule? DueOf(Rule rule) => rule.Then switch
    {
        DutyOutcome duty => duty.Due,
        RetentionOutcome retention => retention.Due,
        _ => null,
    };

    private CompiledDue? CompiledDueOf(Rule rule) => !rule.IsOfHost
        ? _dues[rule.Index]
        : DueOf(rule) is { } due ? _hostDues.GetOrAdd(due, key => new CompiledDue(key, _datesOf)) : null;

    private void AddHostDuty(CasePlan plan, int position, Rule rule)
    {
        for (var earlier = 0; earlier < position; earlier++)
        {
            if (plan.Duties[earlier].Id == rule.Then.Key)
            {
                throw new RuleConflictException(plan.Duties[earlier].Rule.Table, plan.Duties[earlier].RuleId, rule.Id);
            }
        }

        plan.SetDuty(position, CreateDuty(plan, rule, chained: false));
    }

    private void ResolveChains(CasePlan plan)
    {
        var chained = new List<int>();
        for (var position = 0; position < plan.Duties.Count; position++)
        {
            if (plan.Duties[position].Outcome.Due?.Start.Duty is not null)
            {
                chained.Add(position);
            }
        }

        chained.Sort((left, right) => RankOf(plan.Duties[left].Rule).CompareTo(RankOf(plan.Duties[right].Rule)));
        foreach (var position in chained)
        {
            plan.SetDuty(position, CreateDuty(plan, plan.Duties[position].Rule, chained: true));
        }

        // The host's duties come last and in no known order: as many rounds as there are links settle every chain.
        var ofHost = chained.Where(position => plan.Duties[position].Rule.IsOfHost).ToArray();
        for (var round = 1; round < ofHost.Length; round++)
        {
            foreach (var position in ofHost)
            {
                plan.SetDuty(position, CreateDuty(plan, plan.Duties[position].Rule, chained: true));
            }
        }
    }

    private int RankOf(Rule rule) => rule.IsOfHost ? int.MaxValue : _ranks[rule.Index];

    private Duty CreateDuty(CasePlan plan, Rule rule, bool chained)
    {
        if (CompiledDueOf(rule) is not { } due)
        {
            return new Duty(plan, rule, DueDates.None, DueDates.None);
        }

        var period = due.PeriodOn(plan.ReceivedDay);
        if (period is { Dates: null })
        {
            return CreateInHours(plan, rule, due, period, chained);
        }

        var start = StartDay(plan, due, chained);
        var end = period is null || start == DueDates.None ? DueDates.None
            : plan.History.HasPauses ? PausedDay(plan, due, rule, period, start)
            : period.Dates[start];
        return new Duty(plan, rule, start, end);
    }

    private int PausedDay(CasePlan plan, CompiledDue due, Rule rule, DuePeriod period, int start)
    {
        var day = DayNumber.ToDate(start);
        return _calculator.LastDay(due.Rule, period.Text, day, PausesOf(plan, rule, period, day)) is { } last ? DayNumber.From(last) : DueDates.None;
    }

    private Duty CreateInHours(CasePlan plan, Rule rule, CompiledDue due, DuePeriod period, bool chained)
    {
        if (StartMoment(plan, due, chained) is not { } start)
        {
            return new Duty(plan, rule, DueDates.None, DueDates.None);
        }

        var deadline = _calculator.Explain(due.Rule, period.Text, start.Date, start.TimeOfDay, PausesOf(plan, rule, period, start.Date));
        return new Duty(
            plan,
            rule,
            DayNumber.From(start.Date),
            deadline.LastDay is { } last ? DayNumber.From(last) : DueDates.None,
            new DutyHours(start.TimeOfDay, deadline.EndInstant));
    }

    private static DeadlinePause[] PausesOf(CasePlan plan, Rule rule, DuePeriod period, LocalDate start) => period.CanPause
        ? [.. plan.History.Pauses.Where(pause => pause.Concerns(rule.Then.Key!) && !(pause.End < start)).Select(pause => new DeadlinePause(pause.Start, pause.End))]
        : [];

    private static int StartDay(CasePlan plan, CompiledDue due, bool chained)
    {
        if (due.Rule.Start.Duty is { } duty)
        {
            return chained ? plan.EndDayOf(duty) : DueDates.None;
        }

        var value = plan.Facts.Values[due.StartFact];
        return value.IsMissing ? DueDates.None : (int)value.Code;
    }

    /// <summary>The minute a period in hours starts from, on the clock in Germany; of a day without time its beginning, the earliest it can be.</summary>
    private static LocalDateTime? StartMoment(CasePlan plan, CompiledDue due, bool chained)
    {
        if (due.Rule.Start.Duty is { } duty)
        {
            return chained && plan.EndMomentOf(duty) is { } moment
                ? moment.InZone(GermanTime.Zone).LocalDateTime.With(TimeAdjusters.TruncateToMinute)
                : null;
        }

        var day = StartDay(plan, due, chained);
        var time = due.StartFact == 0 ? plan.Facts.ReceivedTime : null;
        return day == DueDates.None ? null : DayNumber.ToDate(day) + (time ?? LocalTime.Midnight);
    }

    private static int LastDayOfYear(int day) => DayNumber.From(new LocalDate(DayNumber.ToDate(day).Year, 12, 31));

    private void CheckShared(ReadOnlySpan<int> fired)
    {
        var seen = new Dictionary<(TableKind, string), Rule>();
        foreach (var index in fired)
        {
            if (!_isShared[index])
            {
                continue;
            }

            var (rule, key) = (_rules[index], (_kinds[index], _rules[index].Then.Key!));
            if (seen.TryGetValue(key, out var first))
            {
                throw new RuleConflictException(rule.Table, first.Id, rule.Id);
            }

            seen.Add(key, rule);
        }
    }
}
