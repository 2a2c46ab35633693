namespace Krm.Calendar.Holidays;

/// <summary>Whether a municipality belongs to an area.</summary>
internal enum AreaMembership
{
    /// <summary>The data cannot say: the municipality is not listed, or only parts of it belong.</summary>
    Unknown,

    /// <summary>It belongs.</summary>
    Yes,

    /// <summary>It does not belong.</summary>
    No,
}
