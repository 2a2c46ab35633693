namespace Krm.Calendar.ICalendar;

/// <summary>An entry of an iCalendar file that became no closure.</summary>
/// <param name="Line">Number of the line on which the entry begins, from 1.</param>
/// <param name="Reason">Why, in German, without the text of the entry.</param>
public readonly record struct IgnoredEntry(int Line, string Reason);
