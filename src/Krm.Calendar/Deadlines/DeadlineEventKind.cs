namespace Krm.Calendar.Deadlines;

/// <summary>What happened on the day from which a deadline is computed.</summary>
public enum DeadlineEventKind
{
    /// <summary>An event in the course of the day, which does not count (§ 187 Abs. 1 BGB).</summary>
    Event,

    /// <summary>The period starts with the beginning of the day, which counts (§ 187 Abs. 2 BGB).</summary>
    DayStart,

    /// <summary>A letter was handed to the post in Germany.</summary>
    Posted,

    /// <summary>An electronic message was sent.</summary>
    Email,

    /// <summary>The addressee retrieved the decision from a portal.</summary>
    PortalRetrieved,

    /// <summary>The decision was made available in a portal, or the notice of it was sent, as the law in question has it.</summary>
    PortalAvailable,

    /// <summary>Public notice was given (öffentliche Bekanntmachung).</summary>
    PublicNotice,

    /// <summary>Served, for example with a Zustellungsurkunde: received on that day.</summary>
    Served,

    /// <summary>A letter was posted to an addressee abroad.</summary>
    Abroad,

    /// <summary>An appointment (Termin) on a named day: no period, never moved.</summary>
    Appointment,

    /// <summary>A deadline that ends on a named day (bestimmter Tag).</summary>
    FixedDay,
}
