using Krm.Rules;
using Krm.Rules.Outcomes;
using NodaTime;

namespace Krm.Cli.Cases;

/// <summary>The duties of a rule set and the days on which they were done: columns of days, a history of moments.</summary>
internal static class DutyDays
{
    /// <summary>The titles of all duties a rule set knows, by id, in its order.</summary>
    public static IReadOnlyDictionary<string, string> TitlesOf(RuleSet ruleSet)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var duty in ruleSet.Rules.Select(rule => rule.Then).OfType<DutyOutcome>())
        {
            titles.TryAdd(duty.Id, duty.Title);
        }

        return titles;
    }

    /// <summary>A moment of the day: its first.</summary>
    public static Instant MomentOf(LocalDate day) => GermanTime.Zone.AtStartOfDay(day).ToInstant();

    /// <summary>The day on which a duty was done; null where nobody said so.</summary>
    public static LocalDate? DoneOn(CasePlan plan, Duty duty) =>
        plan.History.Completions.TryGetValue(duty.Id, out var moment) ? moment.InZone(GermanTime.Zone).Date : null;
}
