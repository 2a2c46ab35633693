namespace Krm.Calendar.Deadlines.Lawbook;

/// <summary>The topics for which a regime names its section; in the rule file their names begin with a small letter.</summary>
internal enum RuleTopic
{
    /// <summary>The day of the event does not count.</summary>
    StartAfterEvent,

    /// <summary>The first day counts.</summary>
    StartOfDay,

    /// <summary>End of a period in days.</summary>
    Days,

    /// <summary>End of a period in weeks, months or years.</summary>
    WeeksMonthsYears,

    /// <summary>The last month lacks the day.</summary>
    MonthEnd,

    /// <summary>Half a month is 15 days, counted last.</summary>
    HalfMonth,

    /// <summary>Periods in hours.</summary>
    Hours,

    /// <summary>The end moves off a Saturday, Sunday or holiday.</summary>
    Shift,

    /// <summary>A named day with notice of the rule stays.</summary>
    NamedDayWithNotice,

    /// <summary>A period of benefits ends on its last day whatever that is.</summary>
    BenefitPeriod,

    /// <summary>A span of time in which nothing has to be done.</summary>
    Duration,

    /// <summary>An appointment is kept whatever day it is.</summary>
    Appointment,

    /// <summary>Extension.</summary>
    Extension,

    /// <summary>The clock stands still.</summary>
    Pause,

    /// <summary>Counting back.</summary>
    Backward,

    /// <summary>Month and year as days.</summary>
    NonContiguous,

    /// <summary>Beginning, middle and end of a month.</summary>
    MonthPart,

    /// <summary>At least two working days in the period.</summary>
    TwoWorkingDays,

    /// <summary>Working days in the regime's own sense.</summary>
    WorkingDays,
}
