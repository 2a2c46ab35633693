namespace Krm.Calendar.Deadlines;

/// <summary>The unit in which a <see cref="DeadlinePeriod"/> counts.</summary>
public enum DeadlineUnit
{
    /// <summary>Calendar days (§ 188 Abs. 1 BGB).</summary>
    Days,

    /// <summary>Weeks (§ 188 Abs. 2 BGB).</summary>
    Weeks,

    /// <summary>Months, possibly with a half month at the end (§§ 188 Abs. 2, 189 BGB).</summary>
    Months,

    /// <summary>Years (§ 188 Abs. 2 BGB).</summary>
    Years,

    /// <summary>Hours, counted from the minute of the event.</summary>
    Hours,

    /// <summary>Working days of an office (Arbeitstage): week pattern, holidays and closures; no statute defines them.</summary>
    WorkingDays,

    /// <summary>Werktage: Monday to Saturday except holidays (§ 3 Abs. 2 BUrlG).</summary>
    Werktage,

    /// <summary>No period at all: the day of receipt itself ("sofort", "am selben Tag"); for service targets only.</summary>
    AtOnce,
}
