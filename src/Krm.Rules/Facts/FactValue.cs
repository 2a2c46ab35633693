namespace Krm.Rules.Facts;

/// <summary>The value of one fact as a whole number that its <see cref="FactDeclaration"/> gives a meaning.</summary>
/// <remarks>
/// <c>default</c> is "missing". Made by <see cref="FactDeclaration.Encode(string)"/> and its siblings; codes of one fact mean
/// nothing to another. Free text is not kept: only its position among the texts the rules name.
/// </remarks>
public readonly struct FactValue : IEquatable<FactValue>
{
    /// <summary>The code that stands for "missing".</summary>
    public const long MissingCode = long.MinValue;

    private readonly long _shifted;

    internal FactValue(long code) => _shifted = code ^ MissingCode;

    /// <summary>The value "missing".</summary>
    public static FactValue Missing => default;

    /// <summary>The code: list position, day number since 1970-01-01, or scaled decimal.</summary>
    public long Code => _shifted ^ MissingCode;

    /// <summary>Whether the fact has no value.</summary>
    public bool IsMissing => _shifted == 0;

    /// <summary>The code plus one, and 0 for "missing", without a branch; for codes from 0 to the largest <see cref="int"/> less one.</summary>
    internal int DenseClass => (int)_shifted - (int)(_shifted >> 63);

    /// <inheritdoc/>
    public bool Equals(FactValue other) => _shifted == other._shifted;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FactValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _shifted.GetHashCode();

    /// <summary>Whether both are the same code.</summary>
    public static bool operator ==(FactValue left, FactValue right) => left.Equals(right);

    /// <summary>Whether the codes differ.</summary>
    public static bool operator !=(FactValue left, FactValue right) => !left.Equals(right);
}
