namespace Krm.Calendar.WorkingDays;

/// <summary>Why a day is not counted, or may not be.</summary>
public enum DayReasonKind
{
    /// <summary>The day of the week does not belong to the week pattern.</summary>
    Weekday,

    /// <summary>The day is a public holiday.</summary>
    Holiday,

    /// <summary>The day is a public holiday in some municipalities, and the data cannot say whether here.</summary>
    UncertainHoliday,

    /// <summary>The office is closed.</summary>
    Closure,
}
