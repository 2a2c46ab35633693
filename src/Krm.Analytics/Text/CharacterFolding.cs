using System.Text;

namespace Krm.Analytics.Text;

/// <summary>Maps characters to the few letters that features are built from.</summary>
/// <remarks>
/// Lower case; accents dropped; umlauts, sharp s and ligatures written out, so that "Müll", "MUELL" and "Mu" + U+0308 + "ll"
/// become the same letters; every digit becomes 0. Covers composed and decomposed forms without allocating.
/// </remarks>
internal static class CharacterFolding
{
    private const int LatinEnd = 0x250;
    private const int AdditionalStart = 0x1E00;
    private const int AdditionalEnd = 0x1F00;
    private const uint Ignored = uint.MaxValue;

    private static readonly uint[] Latin = BuildTable(0, LatinEnd);
    private static readonly uint[] Additional = BuildTable(AdditionalStart, AdditionalEnd);

    /// <summary>What a character contributes to the folded text.</summary>
    /// <returns>0 for a separator, <see cref="IsIgnored"/> for a mark without weight, else one to three letters: the first in the low half, the others in the next bytes.</returns>
    public static uint Fold(char character)
    {
        var latin = Latin;
        return character < latin.Length ? latin[character] : FoldRare(character);
    }

    /// <summary>Whether the folded value neither adds letters nor separates words (soft hyphen, combining accent).</summary>
    public static bool IsIgnored(uint folded) => folded == Ignored;

    private static uint FoldRare(char character)
    {
        if (character is >= (char)AdditionalStart and < (char)AdditionalEnd)
        {
            return Additional[character - AdditionalStart];
        }

        if (character is >= '\uFF01' and <= '\uFF5E')
        {
            return Latin[character - 0xFEE0];
        }

        return character switch
        {
            >= '\u0300' and <= '\u036F' => Ignored,
            '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => Ignored,
            '\uFB00' => Pair('f', 'f'),
            '\uFB01' => Pair('f', 'i'),
            '\uFB02' => Pair('f', 'l'),
            '\uFB03' => Pair('f', 'f', 'i'),
            '\uFB04' => Pair('f', 'f', 'l'),
            '\uFB05' or '\uFB06' => Pair('s', 't'),
            _ when char.IsDigit(character) => '0',
            _ when char.IsLetter(character) => char.ToLowerInvariant(character),
            _ => 0,
        };
    }

    private static uint[] BuildTable(int start, int end)
    {
        var table = new uint[end - start];
        for (var code = start; code < end; code++)
        {
            table[code - start] = FoldSlowly((char)code);
        }

        return table;
    }

    private static uint FoldSlowly(char character)
    {
        switch (char.ToLowerInvariant(character))
        {
            case '\u00AD':
                return Ignored;
            case 'ä' or 'æ':
                return Pair('a', 'e');
            case 'ö' or 'ø' or 'œ':
                return Pair('o', 'e');
            case 'ü':
                return Pair('u', 'e');
            case 'ß' or '\u1E9E':
                return Pair('s', 's');
            case 'þ':
                return Pair('t', 'h');
            case 'đ' or 'ð':
                return 'd';
            case 'ł':
                return 'l';
            case 'ı':
                return 'i';
        }

        if (char.IsDigit(character))
        {
            return '0';
        }

        if (!char.IsLetter(character))
        {
            return 0;
        }

        var decomposed = char.ToLowerInvariant(character).ToString().Normalize(NormalizationForm.FormD);
        return decomposed[0];
    }

    private static uint Pair(char first, char second, char third = '\0') => first | ((uint)second << 16) | ((uint)third << 24);
}
