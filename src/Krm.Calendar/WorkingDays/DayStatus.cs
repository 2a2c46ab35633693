namespace Krm.Calendar.WorkingDays;

/// <summary>Whether a day is counted, with a third answer where the data cannot say.</summary>
public enum DayStatus
{
    /// <summary>Not counted.</summary>
    NotCounted,

    /// <summary>Counted.</summary>
    Counted,

    /// <summary>Counted unless a holiday of some municipalities applies here, which the data cannot say.</summary>
    Unknown,
}
