namespace Krm.Calendar.Holidays;

/// <summary>Holiday data is not usable; all problems of all files are listed at once.</summary>
/// <remarks>Each problem names the file, the JSON path (or line and column), what was found and what is allowed.</remarks>
public sealed class HolidayDataException : FormatException
{
    internal HolidayDataException(IReadOnlyList<string> problems)
        : base($"The holiday data has {problems.Count} problem(s):{string.Concat(problems.Select(problem => "\n- " + problem))}") =>
        Problems = problems;

    /// <summary>The problems, in the order of the files; at least one.</summary>
    public IReadOnlyList<string> Problems { get; }
}
