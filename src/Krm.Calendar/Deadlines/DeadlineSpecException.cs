namespace Krm.Calendar.Deadlines;

/// <summary>A deadline cannot be computed because its input is missing, contradictory or unknown; all problems are listed at once.</summary>
public sealed class DeadlineSpecException : ArgumentException
{
    internal DeadlineSpecException(IReadOnlyList<DeadlineProblem> problems)
        : base(string.Join(" ", problems.Select(problem => problem.English))) =>
        Details = problems;

    /// <summary>The problems in English: what was found, what is needed; at least one.</summary>
    public IReadOnlyList<string> Problems => [.. Details.Select(problem => problem.English)];

    /// <summary>The problems in both languages, in the order of <see cref="Problems"/>.</summary>
    public IReadOnlyList<DeadlineProblem> Details { get; }

    /// <summary>All problems in German, for a clerk.</summary>
    public string ToGerman() => string.Join(" ", Details.Select(problem => problem.German));
}
