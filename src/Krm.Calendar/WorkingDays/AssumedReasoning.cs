using NodaTime;

namespace Krm.Calendar.WorkingDays;

/// <summary>Takes every uncertain holiday for a holiday.</summary>
internal sealed class AssumedReasoning(DayReasoning inner) : DayReasoning
{
    /// <inheritdoc/>
    public override (DaySet Days, DaySet Uncertain) Compute()
    {
        (DaySet days, DaySet uncertain) = inner.Compute();
        return (days.Except(uncertain), new DaySet());
    }

    /// <inheritdoc/>
    public override IEnumerable<DayReason> ReasonsAgainst(LocalDate date) => inner.ReasonsAgainst(date)
        .Select(reason => reason.Kind == DayReasonKind.UncertainHoliday
            ? reason with { Text = $"{reason.Text}, hier aber unterstellt" }
            : reason);
}
