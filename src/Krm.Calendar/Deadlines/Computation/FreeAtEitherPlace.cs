using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>The days that count at both of two places: a day free at either is free.</summary>
internal sealed class FreeAtEitherPlace(DayReasoning first, DayReasoning second) : DayReasoning
{
    /// <inheritdoc/>
    public override (DaySet Days, DaySet Uncertain) Compute()
    {
        (DaySet firstDays, DaySet firstUncertain) = first.Compute();
        (DaySet secondDays, DaySet secondUncertain) = second.Compute();
        DaySet days = firstDays.Intersect(secondDays);
        return (days, days.Intersect(firstUncertain.Union(secondUncertain)));
    }

    /// <inheritdoc/>
    public override IEnumerable<DayReason> ReasonsAgainst(LocalDate date) =>
        first.ReasonsAgainst(date).Concat(second.ReasonsAgainst(date));
}
