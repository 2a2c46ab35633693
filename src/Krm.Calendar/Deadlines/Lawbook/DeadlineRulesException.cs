namespace Krm.Calendar.Deadlines.Lawbook;

/// <summary>A file of deadline rules is not usable; all its problems are listed at once.</summary>
/// <remarks>Each problem names the file, the JSON path (or line and column), what was found and what is allowed.</remarks>
public sealed class DeadlineRulesException : FormatException
{
    internal DeadlineRulesException(IReadOnlyList<string> problems)
        : base($"The deadline rules have {problems.Count} problem(s):{string.Concat(problems.Select(problem => "\n- " + problem))}") =>
        Problems = problems;

    /// <summary>The problems, in the order of the file; at least one.</summary>
    public IReadOnlyList<string> Problems { get; }
}
