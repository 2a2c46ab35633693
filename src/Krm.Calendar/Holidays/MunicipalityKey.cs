using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Krm.Calendar.Holidays;

/// <summary>Key of a municipality (Amtlicher Gemeindeschlüssel, AGS): eight digits, such as 09761000 for Augsburg.</summary>
/// <remarks>
/// Two digits Land, one Regierungsbezirk, two district, three municipality. The default value is no key:
/// <see cref="IsDefault"/> is true, and every other member throws.
/// </remarks>
public readonly struct MunicipalityKey : IEquatable<MunicipalityKey>
{
    private const int Length = 8;

    // One more than the number, so that the default value is recognised.
    private readonly int _numberPlusOne;

    private MunicipalityKey(int number) => _numberPlusOne = number + 1;

    /// <summary>Whether this is the default value, which names no municipality.</summary>
    public bool IsDefault => _numberPlusOne == 0;

    /// <summary>The Land of the municipality, from the first two digits.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public Bundesland Land => Bundeslaender.FromNumber(Number / 1_000_000)!.Value;

    private int Number => IsDefault
        ? throw new InvalidOperationException("The default value of MunicipalityKey names no municipality.")
        : _numberPlusOne - 1;

    /// <summary>Reads eight digits; spaces between them are allowed ("09 7 61 000").</summary>
    /// <param name="text">The key.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">Not eight digits, or the first two are no Land (01 to 16).</exception>
    public static MunicipalityKey Parse(string text) =>
        TryParse(Guard.NotNull(text), out MunicipalityKey key)
            ? key
            : throw new FormatException($"'{text}' is not a municipality key (AGS): eight digits, of which the first two name a Land (01 to 16).");

    /// <summary>Reads eight digits without an exception; spaces between them are allowed.</summary>
    /// <param name="text">The key, or null.</param>
    /// <param name="key">The key, or the default value where the result is false.</param>
    /// <returns>Whether the text is a key.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out MunicipalityKey key)
    {
        key = default;
        string digits = (text ?? "").Replace(" ", "");
        if (digits.Length != Length
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || Bundeslaender.FromNumber(number / 1_000_000) is null)
        {
            return false;
        }

        key = new MunicipalityKey(number);
        return true;
    }

    /// <summary>Whether two keys are equal.</summary>
    /// <param name="left">A key.</param>
    /// <param name="right">Another key.</param>
    /// <returns>True for the same digits.</returns>
    public static bool operator ==(MunicipalityKey left, MunicipalityKey right) => left.Equals(right);

    /// <summary>Whether two keys differ.</summary>
    /// <param name="left">A key.</param>
    /// <param name="right">Another key.</param>
    /// <returns>True for different digits.</returns>
    public static bool operator !=(MunicipalityKey left, MunicipalityKey right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(MunicipalityKey other) => _numberPlusOne == other._numberPlusOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MunicipalityKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _numberPlusOne;

    /// <summary>The eight digits, or an empty string for the default value.</summary>
    /// <returns>Eight digits without spaces.</returns>
    public override string ToString() => IsDefault ? "" : Number.ToString("00000000", CultureInfo.InvariantCulture);
}
