using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>The days of a calendar as if every doubtful municipal holiday were kept.</summary>
internal sealed class DoubtfulDaysKept(DayReasoning inner) : DayReasoning
{
    /// <inheritdoc/>
    public override (DaySet Days, DaySet Uncertain) Compute()
    {
        (DaySet days, DaySet uncertain) = inner.Compute();
        return (days.Except(uncertain), new DaySet());
    }

    /// <inheritdoc/>
    public override IEnumerable<DayReason> ReasonsAgainst(LocalDate date) => inner.ReasonsAgainst(date);
}
