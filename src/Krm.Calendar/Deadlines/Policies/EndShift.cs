namespace Krm.Calendar.Deadlines.Policies;

/// <summary>What happens to an end on a Saturday, Sunday or holiday.</summary>
public enum EndShift
{
    /// <summary>It stays.</summary>
    None,

    /// <summary>It moves to the next day that is none of these.</summary>
    Next,

    /// <summary>It moves to the previous day that is none of these; for an authority's own targets and backward periods.</summary>
    Previous,
}
