namespace Krm.Calendar.Deadlines;

/// <summary>One thing that is missing, contradictory or unknown in the input of a deadline.</summary>
/// <param name="German">What was found and what is needed, for a clerk.</param>
/// <param name="English">The same for an engineer.</param>
public sealed record DeadlineProblem(string German, string English)
{
    /// <summary>The English text.</summary>
    public override string ToString() => English;
}
