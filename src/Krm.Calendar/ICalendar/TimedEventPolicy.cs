namespace Krm.Calendar.ICalendar;

/// <summary>What an import does with events that have a time of day.</summary>
public enum TimedEventPolicy
{
    /// <summary>They close no day; each is reported as ignored.</summary>
    Ignore,

    /// <summary>Each day that an event touches in the zone of the office is closed.</summary>
    CloseTouchedDays,
}
