using Krm.Calendar.Deadlines;
using Krm.Rules.Facts;
using Krm.Rules.Outcomes;

namespace Krm.Rules.Compilation;

/// <summary>How the due date of one rule follows: the periods by day of receipt and the start.</summary>
internal sealed class CompiledDue
{
    private readonly DuePeriod[] _periods;

    public CompiledDue(DueRule rule, Func<DueRule, string, DueDates> datesOf)
    {
        Rule = rule;
        StartFact = rule.Start.Fact?.Index ?? 0;
        _periods = rule.Parameter is null
            ? [Compile(int.MinValue, int.MaxValue, rule.Period!)]
            : [.. rule.Parameter.Values.Select(value => Compile(
                value.ValidFrom is { } from ? DayNumber.From(from) : int.MinValue,
                value.ValidTo is { } to ? DayNumber.From(to) : int.MaxValue,
                value.Period))];

        DuePeriod Compile(int from, int to, string text)
        {
            var unit = DeadlinePeriod.Parse(text).Unit;
            return new DuePeriod(
                from, to, text, unit == DeadlineUnit.Hours ? null : datesOf(rule, text), Regimes.CanPause(rule.Regime) && !rule.IsBackward && unit != DeadlineUnit.AtOnce);
        }
    }

    public DueRule Rule { get; }

    /// <summary>Index of the date fact the period starts from, unless it starts from a duty.</summary>
    public int StartFact { get; }

    /// <summary>The period that counts for a case received on the day; <c>null</c> if none does.</summary>
    public DuePeriod? PeriodOn(int received)
    {
        foreach (var period in _periods)
        {
            if (period.From <= received && received <= period.To)
            {
                return period;
            }
        }

        return null;
    }
}
