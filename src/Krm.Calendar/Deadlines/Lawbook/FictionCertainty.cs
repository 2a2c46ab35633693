namespace Krm.Calendar.Deadlines.Lawbook;

/// <summary>How well a notification fiction of the rule book is known.</summary>
public enum FictionCertainty
{
    /// <summary>Read in the statute or a certain source.</summary>
    Certain,

    /// <summary>From a secondary source; to be checked.</summary>
    Unverified,

    /// <summary>Not known; the shorter of the two possible lengths is taken because it is safe to meet, the other is named beside it.</summary>
    Unknown,
}
