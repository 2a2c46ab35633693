namespace Krm.Calendar.Deadlines;

/// <summary>What one step of a computation did.</summary>
public enum DeadlineStepKind
{
    /// <summary>The event that starts or ends the period was taken up.</summary>
    EventTaken,

    /// <summary>A receipt after the acceptance cut-off was moved to the next working day.</summary>
    CutOffApplied,

    /// <summary>A cut-off or closures were given that a statutory period does not know.</summary>
    OfficeHoursIgnored,

    /// <summary>A notification fiction gave the day of receipt.</summary>
    FictionApplied,

    /// <summary>The day of the fiction moved off a Saturday, Sunday or holiday.</summary>
    FictionShifted,

    /// <summary>The day of the fiction stayed on a Saturday, Sunday or holiday.</summary>
    FictionStayed,

    /// <summary>The proven later receipt took the place of the fiction.</summary>
    LaterReceiptWins,

    /// <summary>An earlier receipt does not matter.</summary>
    EarlierReceiptIgnored,

    /// <summary>The start of the period was fixed.</summary>
    PeriodStarted,

    /// <summary>The end of the period was computed, before any shift.</summary>
    PeriodEnded,

    /// <summary>The end of a period in hours was computed.</summary>
    HoursCounted,

    /// <summary>The last month lacks the day; its last day took its place.</summary>
    MonthEndTaken,

    /// <summary>Half a month was counted last, as 15 days.</summary>
    HalfMonthAdded,

    /// <summary>A month or year was turned into days (§ 191 BGB).</summary>
    TurnedIntoDays,

    /// <summary>A part of a month was turned into a day (§ 192 BGB).</summary>
    MonthPartTaken,

    /// <summary>Days of a pause were added.</summary>
    PauseAdded,

    /// <summary>A pause goes on: there is no due date.</summary>
    PauseOpen,

    /// <summary>The named day was taken.</summary>
    NamedDayTaken,

    /// <summary>The period was extended.</summary>
    Extended,

    /// <summary>A period of two or more days was made to hold two working days (Art. 3 Abs. 5 Regulation 1182/71).</summary>
    TwoWorkingDaysKept,

    /// <summary>The end moved off a Saturday, Sunday or holiday.</summary>
    EndShifted,

    /// <summary>The end stayed on a Saturday, Sunday or holiday.</summary>
    EndStayed,

    /// <summary>An earlier computation was replaced.</summary>
    Recalculated,

    /// <summary>The result: the last day, or the last minute.</summary>
    Result,
}
