namespace Krm.Analytics.Causes.Scoring;

/// <summary>The counts do not reach back far enough for a method to score a single period.</summary>
public sealed class HistoryTooShortException : Exception
{
    /// <summary>Says how much is there and how much is needed.</summary>
    /// <param name="found">Periods in the counts.</param>
    /// <param name="needed">Periods needed, the scored one included.</param>
    public HistoryTooShortException(int found, int needed)
        : base($"The counts span {found} periods, the method needs at least {needed}.")
    {
        Found = found;
        Needed = needed;
    }

    /// <summary>Periods in the counts.</summary>
    public int Found { get; }

    /// <summary>Periods needed, the scored one included.</summary>
    public int Needed { get; }
}
