using NodaTime;

namespace Krm.Calendar.WorkingDays;

/// <summary>A day counts where it counts on one side at least.</summary>
internal sealed class UnionReasoning(DayReasoning left, DayReasoning right) : DayReasoning
{
    /// <inheritdoc/>
    public override (DaySet Days, DaySet Uncertain) Compute()
    {
        (DaySet leftDays, DaySet leftUncertain) = left.Compute();
        (DaySet rightDays, DaySet rightUncertain) = right.Compute();
        DaySet certain = leftDays.Except(leftUncertain).Union(rightDays.Except(rightUncertain));
        DaySet days = leftDays.Union(rightDays);
        return (days, days.Except(certain));
    }

    /// <inheritdoc/>
    public override IEnumerable<DayReason> ReasonsAgainst(LocalDate date) =>
        left.ReasonsAgainst(date).Concat(right.ReasonsAgainst(date)).Distinct();
}
