namespace Krm.Calendar.Deadlines.Lawbook;

/// <summary>What is known about acts posted before a change of law and received after it.</summary>
public enum FictionTransition
{
    /// <summary>Nothing to know: no change followed.</summary>
    None,

    /// <summary>A statute decides: the day of posting counts.</summary>
    Settled,

    /// <summary>No transition rule was found; the day of posting is taken and the result flagged.</summary>
    Open,
}
