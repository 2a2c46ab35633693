namespace Krm.Analytics.Counting.Suppression;

/// <summary>One number that may be published; tables that show the same number share the cell.</summary>
/// <remarks>Mutable and not thread-safe.</remarks>
/// <param name="value">The number, 0 or more.</param>
public sealed class CountCell(long value = 0)
{
    /// <summary>The number, 0 or more.</summary>
    public long Value { get; set; } = value;

    /// <summary>Whether it is withheld.</summary>
    public bool IsSuppressed { get; internal set; }
}
