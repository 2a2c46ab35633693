namespace Krm.Calendar.ICalendar;

/// <summary>Carries the reason, in German, for which one event cannot be taken; the import turns it into an <see cref="IgnoredEntry"/>.</summary>
internal sealed class UnusableEventException(string reason) : Exception(reason);
