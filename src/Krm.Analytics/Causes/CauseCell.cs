namespace Krm.Analytics.Causes;

/// <summary>The part of all cases a finding speaks of: a value for some of the dimensions.</summary>
/// <remarks>Immutable and thread-safe; two cells with the same coordinates are equal. No coordinates mean all cases.</remarks>
public sealed class CauseCell : IEquatable<CauseCell>
{
    /// <summary>Names a part of all cases.</summary>
    /// <param name="coordinates">Dimension and value, in the order of the dimensions of the plan.</param>
    public CauseCell(IEnumerable<KeyValuePair<string, string>> coordinates) => Coordinates = [.. coordinates];

    /// <summary>Dimension and value, in the order of the dimensions of the plan; empty for all cases.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Coordinates { get; }

    /// <summary>Whether every case of the other cell also belongs to this one.</summary>
    /// <param name="other">The other cell.</param>
    public bool Contains(CauseCell other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Coordinates.All(other.Coordinates.Contains);
    }

    /// <inheritdoc/>
    public bool Equals(CauseCell? other) => other is not null && Coordinates.SequenceEqual(other.Coordinates);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CauseCell);

    /// <inheritdoc/>
    public override int GetHashCode() => Coordinates.Aggregate(0, HashCode.Combine);

    /// <summary>For example <c>bezirk=Mitte, label=Sperrmüll</c>; <c>*</c> for all cases.</summary>
    public override string ToString() => Coordinates.Count == 0
        ? "*"
        : string.Join(", ", Coordinates.Select(pair => $"{pair.Key}={pair.Value}"));
}
