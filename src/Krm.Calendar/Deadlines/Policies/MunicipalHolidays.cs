namespace Krm.Calendar.Deadlines.Policies;

/// <summary>What to assume of holidays that only some municipalities of a Land keep, where the data cannot decide.</summary>
public enum MunicipalHolidays
{
    /// <summary>Compute both; where they differ, the earlier date is the result and both are named as alternatives.</summary>
    Both,

    /// <summary>Refuse where they differ: the municipality has to be named.</summary>
    Require,

    /// <summary>They are kept there.</summary>
    Kept,

    /// <summary>They are not kept there.</summary>
    NotKept,
}
