using Krm.Calendar.WorkingDays;

namespace Krm.Calendar.ICalendar;

/// <summary>Closures read from an iCalendar file, and what was left out.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Closures">The closures with the summary of their event as note, in the order of the file.</param>
/// <param name="Ignored">Every entry that became no closure, with line and reason.</param>
public sealed record ICalendarImportResult(IReadOnlyList<Closure> Closures, IReadOnlyList<IgnoredEntry> Ignored);
