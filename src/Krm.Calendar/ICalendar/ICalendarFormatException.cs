namespace Krm.Calendar.ICalendar;

/// <summary>A text is not an iCalendar file.</summary>
public sealed class ICalendarFormatException : FormatException
{
    internal ICalendarFormatException(int line, string problem)
        : base($"Line {line}: {problem}") => Line = line;

    /// <summary>Number of the line, from 1.</summary>
    public int Line { get; }
}
