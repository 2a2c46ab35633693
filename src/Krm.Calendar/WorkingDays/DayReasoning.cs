using NodaTime;

namespace Krm.Calendar.WorkingDays;

/// <summary>Where the days of a calendar come from: one definition, or two calendars put together.</summary>
internal abstract class DayReasoning
{
    /// <summary>The days that count as far as is known, and those of them that an uncertain holiday may take away.</summary>
    public abstract (DaySet Days, DaySet Uncertain) Compute();

    /// <summary>Every reason that speaks against a day.</summary>
    public abstract IEnumerable<DayReason> ReasonsAgainst(LocalDate date);
}
