namespace Krm.Calendar.Deadlines;

/// <summary>How settled the law behind a result is.</summary>
public enum DeadlineConfidence
{
    /// <summary>An open question decided the date, or the data does not know the place or the Land's own law.</summary>
    Low,

    /// <summary>A contested question decided the date; the prevailing view was followed.</summary>
    Medium,

    /// <summary>Statute or settled case law.</summary>
    High,
}
