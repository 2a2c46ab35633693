using System.Diagnostics.CodeAnalysis;

namespace Krm.Calendar.Holidays;

/// <summary>Codes (ISO 3166-2:DE without the prefix), German names and official numbers of the Länder.</summary>
/// <remarks>Thread-safe: all members are pure.</remarks>
public static class Bundeslaender
{
    // Order of the enumeration; the number is the first two digits of a municipality key (AGS).
    private static readonly (string Code, string Name, int Number)[] Table =
    [
        ("BW", "Baden-Württemberg", 8),
        ("BY", "Bayern", 9),
        ("BE", "Berlin", 11),
        ("BB", "Brandenburg", 12),
        ("HB", "Bremen", 4),
        ("HH", "Hamburg", 2),
        ("HE", "Hessen", 6),
        ("MV", "Mecklenburg-Vorpommern", 13),
        ("NI", "Niedersachsen", 3),
        ("NW", "Nordrhein-Westfalen", 5),
        ("RP", "Rheinland-Pfalz", 7),
        ("SL", "Saarland", 10),
        ("SN", "Sachsen", 14),
        ("ST", "Sachsen-Anhalt", 15),
        ("SH", "Schleswig-Holstein", 1),
        ("TH", "Thüringen", 16),
    ];

    /// <summary>All 16 Länder in the order of the enumeration.</summary>
    public static IReadOnlyList<Bundesland> All { get; } =
        Array.AsReadOnly([.. Enumerable.Range(0, Table.Length).Select(index => (Bundesland)index)]);

    /// <summary>Reads the two-letter code of a Land, upper or lower case.</summary>
    /// <param name="code">Code such as <c>BY</c>; the ISO prefix <c>DE-</c> is allowed.</param>
    /// <returns>The Land.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="FormatException">No Land has this code; the message lists all codes.</exception>
    public static Bundesland Parse(string code) =>
        TryParse(Guard.NotNull(code), out Bundesland land)
            ? land
            : throw new FormatException($"'{code}' is not the code of a Land. Allowed: {string.Join(", ", Table.Select(row => row.Code))}.");

    /// <summary>Reads the two-letter code of a Land, upper or lower case, without an exception.</summary>
    /// <param name="code">Code such as <c>BY</c>; the ISO prefix <c>DE-</c> is allowed; null is no code.</param>
    /// <param name="land">The Land, or the first one where the result is false.</param>
    /// <returns>Whether a Land has this code.</returns>
    public static bool TryParse([NotNullWhen(true)] string? code, out Bundesland land)
    {
        string text = code ?? "";
        if (text.StartsWith("DE-", StringComparison.OrdinalIgnoreCase))
        {
            text = text.Substring(3);
        }

        int index = Array.FindIndex(Table, row => string.Equals(row.Code, text, StringComparison.OrdinalIgnoreCase));
        land = index < 0 ? default : (Bundesland)index;
        return index >= 0;
    }

    /// <summary>The two-letter code, such as <c>BY</c>.</summary>
    /// <param name="land">One of the 16 Länder.</param>
    /// <returns>Two upper-case letters.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="land"/> is not one of the 16.</exception>
    public static string Code(this Bundesland land) => Row(land).Code;

    /// <summary>The German name, such as "Baden-Württemberg".</summary>
    /// <param name="land">One of the 16 Länder.</param>
    /// <returns>The name as the constitution of the Land writes it, without "Freistaat" and the like.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="land"/> is not one of the 16.</exception>
    public static string GermanName(this Bundesland land) => Row(land).Name;

    /// <summary>The official number of the Land, 1 (Schleswig-Holstein) to 16 (Thüringen).</summary>
    internal static int Number(this Bundesland land) => Row(land).Number;

    /// <summary>The Land with an official number, or null.</summary>
    internal static Bundesland? FromNumber(int number)
    {
        int index = Array.FindIndex(Table, row => row.Number == number);
        return index < 0 ? null : (Bundesland)index;
    }

    private static (string Code, string Name, int Number) Row(Bundesland land) =>
        (uint)land < (uint)Table.Length
            ? Table[(int)land]
            : throw new ArgumentOutOfRangeException(nameof(land), land, "Not one of the 16 Länder.");
}
