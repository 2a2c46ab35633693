using NodaTime;

namespace Krm.Calendar.WorkingDays;

/// <summary>A day counts where it counts on both sides.</summary>
internal sealed class IntersectionReasoning(DayReasoning left, DayReasoning right) : DayReasoning
{
    /// <inheritdoc/>
    public override (DaySet Days, DaySet Uncertain) Compute()
    {
        (DaySet leftDays, DaySet leftUncertain) = left.Compute();
        (DaySet rightDays, DaySet rightUncertain) = right.Compute();
        DaySet days = leftDays.Intersect(rightDays);
        return (days, days.Intersect(leftUncertain.Union(rightUncertain)));
    }

    /// <inheritdoc/>
    public override IEnumerable<DayReason> ReasonsAgainst(LocalDate date) =>
        left.ReasonsAgainst(date).Concat(right.ReasonsAgainst(date)).Distinct();
}
