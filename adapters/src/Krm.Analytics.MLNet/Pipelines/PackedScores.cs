using System.Globalization;

namespace Krm.Analytics.MLNet.Pipelines;

/// <summary>Probabilities as one text of equally wide numbers.</summary>
/// <remarks>
/// A custom step can hand on only columns whose width is known when the program is written, while the number of categories
/// is known when the model is. A text can be as wide as it has to, and an expression of ML.NET cuts it into a vector whose
/// places carry the names of the categories. Nine digits give back the same Single.
/// </remarks>
internal static class PackedScores
{
    /// <summary>Characters a number takes.</summary>
    public const int Width = 16;

    private const string Format = "E8";

    /// <summary>The text; place <c>i</c> begins at <c>i * <see cref="Width"/></c>.</summary>
    public static string Pack(ReadOnlySpan<float> probabilities)
    {
        var packed = new char[probabilities.Length * Width];
        Array.Fill(packed, ' ');
        for (var place = 0; place < probabilities.Length; place++)
        {
            probabilities[place].TryFormat(packed.AsSpan(place * Width, Width), out _, Format, CultureInfo.InvariantCulture);
        }

        return new string(packed);
    }

    /// <summary>The expression that reads place <paramref name="place"/> of <paramref name="packed"/> in a pipeline.</summary>
    public static string Expression(string place, string packed) =>
        FormattableString.Invariant($"({place}, {packed}) : float(mid({packed}, {Width} * {place}, {Width} * {place} + {Width}))");
}
