using System.Text;

namespace Krm.Analytics.Text;

/// <summary>Maps characters to the few letters and marks that features are built from.</summary>
/// <remarks>
/// Lower case; accents dropped; umlauts, sharp s and ligatures written out, so that "Müll", "MUELL" and "Mu" + U+0308 + "ll"
/// become the same letters; every digit becomes 0; quotes and dashes of all shapes become one. Covers composed and
/// decomposed forms without allocating.
/// </remarks>
internal static class CharacterFolding
{
    /// <summary>What white space and control characters fold to.</summary>
    public const uint Blank = 0;

    private const int LatinEnd = 0x250;
    private const int AdditionalStart = 0x1E00;
    private const int AdditionalEnd = 0x1F00;
    private const uint Ignored = uint.MaxValue;
    private const uint MarkFlag = 0x8000_0000;

    private static readonly uint[] Latin = BuildTable(0, LatinEnd);
    private static readonly uint[] Additional = BuildTable(AdditionalStart, AdditionalEnd);

    /// <summary>What a character contributes to the folded text.</summary>
    /// <returns>
    /// <see cref="Blank"/>, an ignored character (<see cref="IsIgnored"/>), a mark (<see cref="IsMark"/>, its character in the
    /// low half), or one to three letters: the first in the low half, the others in the next bytes.
    /// </returns>
    public static uint Fold(char character)
    {
        var latin = Latin;
        return character < latin.Length ? latin[character] : FoldRare(character);
    }

    /// <summary>Whether the folded value neither adds letters nor separates words (soft hyphen, combining accent).</summary>
    public static bool IsIgnored(uint folded) => folded == Ignored;

    /// <summary>Whether the folded value is a visible character that is neither letter nor digit.</summary>
    public static bool IsMark(uint folded) => (folded & MarkFlag) != 0;

    /// <summary>The letters of a folded value, sixteen bits each, the first in the lowest.</summary>
    public static ulong Spell(uint folded) =>
        (folded & 0xFFFF) | ((folded & 0xFF_0000UL)) | ((folded & 0xFF00_0000UL) << 8);

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
            '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F') => Ignored,
            >= '\u2010' and <= '\u2015' => Mark('-'),
            >= '\u2018' and <= '\u201B' => Mark('\''),
            >= '\u201C' and <= '\u201F' => Mark('"'),
            '\u2026' => Mark('.'),
            '\uFB00' => Letters('f', 'f'),
            '\uFB01' => Letters('f', 'i'),
            '\uFB02' => Letters('f', 'l'),
            '\uFB03' => Letters('f', 'f', 'i'),
            '\uFB04' => Letters('f', 'f', 'l'),
            '\uFB05' or '\uFB06' => Letters('s', 't'),
            _ => FoldByKind(character),
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
            case '«' or '»':
                return Mark('"');
            case '´' or '`':
                return Mark('\'');
            case 'ä' or 'æ':
                return Letters('a', 'e');
            case 'ö' or 'ø' or 'œ':
                return Letters('o', 'e');
            case 'ü':
                return Letters('u', 'e');
            case 'ß' or '\u1E9E':
                return Letters('s', 's');
            case 'þ':
                return Letters('t', 'h');
            case 'đ' or 'ð':
                return 'd';
            case 'ł':
                return 'l';
            case 'ı':
                return 'i';
        }

        return char.IsLetter(character)
            ? char.ToLowerInvariant(character).ToString().Normalize(NormalizationForm.FormD)[0]
            : FoldByKind(character);
    }

    private static uint FoldByKind(char character)
    {
        if (char.IsDigit(character))
        {
            return '0';
        }

        if (char.IsLetter(character))
        {
            return char.ToLowerInvariant(character);
        }

        return char.IsWhiteSpace(character) || char.IsControl(character) ? Blank : Mark(character);
    }

    private static uint Mark(char character) => MarkFlag | character;

    private static uint Letters(char first, char second, char third = '\0') =>
        first | ((uint)second << 16) | ((uint)third << 24);
}
