using NodaTime;

namespace Krm.Analytics.Causes.Events;

/// <summary>Something an administration does that makes people write: fee notices are mailed, a timetable changes, an office moves.</summary>
/// <param name="Day">The day on which it begins to be felt, such as the day of posting.</param>
/// <param name="Kind">What it is, the same words each time: what is learnt from the past is learnt for each kind.</param>
/// <param name="Size">
/// How large it was compared with the others of its kind (notices sent, share of households); above 0, 1 by default. Twice the
/// size is taken to bring twice as many additional cases.
/// </param>
public sealed record CalendarEvent(LocalDate Day, string Kind, double Size = 1);
