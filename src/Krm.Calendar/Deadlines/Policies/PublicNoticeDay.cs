namespace Krm.Calendar.Deadlines.Policies;

/// <summary>On which day a decision made public counts as received.</summary>
public enum PublicNoticeDay
{
    /// <summary>On the last day of the period after the notice.</summary>
    LastDayOfPeriod,

    /// <summary>On the day after that period has passed.</summary>
    DayAfterPeriod,
}
