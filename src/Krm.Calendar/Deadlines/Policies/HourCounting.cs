namespace Krm.Calendar.Deadlines.Policies;

/// <summary>Which hours count in a period of hours.</summary>
public enum HourCounting
{
    /// <summary>All hours, also on weekends and holidays (§ 31 Abs. 6 VwVfG, § 26 Abs. 6 SGB X, § 108 Abs. 6 AO).</summary>
    All,

    /// <summary>No hours of Saturdays, Sundays and holidays (§ 222 Abs. 3 ZPO).</summary>
    WithoutFreeDays,

    /// <summary>All hours, beginning with the full hour after the event (Art. 3 Regulation 1182/71).</summary>
    FromNextFullHour,

    /// <summary>Only the hours in which the office serves, on its working days; needs <see cref="ServiceHours"/>.</summary>
    ServiceHours,

    /// <summary>Each 24 hours, begun or whole, are one working day (one reading of the promise of 115).</summary>
    NextServiceDay,
}
