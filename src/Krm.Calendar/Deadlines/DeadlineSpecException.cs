namespace Krm.Calendar.Deadlines;

/// <summary>A deadline cannot be computed because its input is missing, contradictory or unknown; all problems are listed at once.</summary>
public sealed class DeadlineSpecException : ArgumentException
{
    internal DeadlineSpecException(IReadOnlyList<string> problems)
        : base(string.Join(" ", problems)) =>
        Problems = problems;

    /// <summary>The problems: what was found, what is needed; at least one.</summary>
    public IReadOnlyList<string> Problems { get; }
}
