using Krm.Rules.Facts;
using Krm.Rules.Outcomes;

namespace Krm.Rules.Compilation;

/// <summary>How the due date of one rule follows: the periods by day of receipt and the start.</summary>
internal sealed class CompiledDue
{
    private readonly (int From, int To, string Period, DueDates Dates)[] _periods;

    public CompiledDue(DueRule rule, Func<DueRule, string, DueDates> datesOf)
    {
        Rule = rule;
        StartFact = rule.Start.Fact?.Index ?? 0;
        _periods = rule.Parameter is null
            ? [(int.MinValue, int.MaxValue, rule.Period!, datesOf(rule, rule.Period!))]
            : [.. rule.Parameter.Values.Select(value => (
                value.ValidFrom is { } from ? DayNumber.From(from) : int.MinValue,
                value.ValidTo is { } to ? DayNumber.From(to) : int.MaxValue,
                value.Period,
                datesOf(rule, value.Period)))];
    }

    public DueRule Rule { get; }

    /// <summary>Index of the date fact the period starts from, unless it starts from a duty.</summary>
    public int StartFact { get; }

    /// <summary>The last day, or <see cref="DueDates.None"/> if start or period are unknown.</summary>
    public int LastDay(int received, int start)
    {
        if (start != DueDates.None)
        {
            foreach (var period in _periods)
            {
                if (period.From <= received && received <= period.To)
                {
                    return period.Dates[start];
                }
            }
        }

        return DueDates.None;
    }

    /// <summary>The period that counts for a case received on the day; <c>null</c> if none does.</summary>
    public string? PeriodOn(int received) =>
        Array.Find(_periods, period => period.From <= received && received <= period.To).Period;
}
