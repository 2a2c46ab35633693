namespace Krm.Rules.Monitoring;

/// <summary>How a duty stands at a moment.</summary>
public enum DutyState
{
    /// <summary>To be done, with time left or without a due date (offen).</summary>
    Open,

    /// <summary>To be done within the next few working days (bald fällig).</summary>
    DueSoon,

    /// <summary>Not done and late (überfällig).</summary>
    Overdue,

    /// <summary>Done by the due date, or done without one (fristgerecht erledigt).</summary>
    DoneInTime,

    /// <summary>Done after the due date (verspätet erledigt).</summary>
    DoneLate,

    /// <summary>The clock stands still (ruht).</summary>
    Paused,

    /// <summary>Nobody has to do it any more (entfallen).</summary>
    Waived,
}
