namespace Krm.Analytics.Anonymization.Scanning;

/// <summary>Classes and foldings of characters, as tables for all Latin letters and by Unicode category beyond.</summary>
internal static class CharacterTable
{
    public const byte SymbolClass = 0;
    public const byte LetterClass = 1;
    public const byte DigitClass = 2;
    public const byte BlankClass = 3;
    public const byte LineBreakClass = 4;

    /// <summary>Counts as part of a word inside one and as blank elsewhere: combining marks, soft hyphens, zero-width joiners.</summary>
    public const byte IgnorableClass = 5;

    private const int TableSize = 0x250;
    private const char CombiningDiaeresis = '\u0308';

    private static readonly byte[] Classes = BuildClasses();
    private static readonly ushort[] Folded = BuildFoldings();
    private static readonly bool[] Capitals = BuildCapitals();

    public static byte ClassOf(char character) =>
        character < TableSize ? Classes[character] : ClassBeyondTable(character);

    public static bool IsLetter(char character) => ClassOf(character) == LetterClass;

    public static bool IsDigit(char character) => (uint)(character - '0') <= 9;

    public static bool IsLetterOrDigit(char character) => ClassOf(character) is LetterClass or DigitClass;

    public static bool IsAsciiLetter(char character) => (uint)((character | 0x20) - 'a') <= 'z' - 'a';

    public static bool IsAsciiLetterOrDigit(char character) => IsAsciiLetter(character) || IsDigit(character);

    public static bool IsBlank(char character) => ClassOf(character) == BlankClass;

    public static bool IsHyphen(char character) => character is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212';

    public static bool IsCapital(char character) => character < TableSize ? Capitals[character] : char.IsUpper(character);

    /// <summary>One or two small ASCII letters, the second one in the high byte: ä becomes a and e, ß becomes s and s.</summary>
    public static uint Fold(char character) => character < TableSize ? Folded[character] : FoldBeyondTable(character);

    private static uint FoldBeyondTable(char character) => character switch
    {
        CombiningDiaeresis => 'e',
        'ẞ' => 's' | ('s' << 8),
        _ => ClassOf(character) == LetterClass ? char.ToLowerInvariant(character) : 0u,
    };

    private static byte ClassBeyondTable(char character)
    {
        if (character is >= '\u0300' and <= '\u036F' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF')
        {
            return IgnorableClass;
        }

        if (character is '\u2028' or '\u2029')
        {
            return LineBreakClass;
        }

        return char.IsLetter(character) ? LetterClass : char.IsWhiteSpace(character) ? BlankClass : SymbolClass;
    }

    private static byte[] BuildClasses()
    {
        var classes = new byte[TableSize];
        for (var index = 0; index < TableSize; index++)
        {
            var character = (char)index;
            classes[index] = character switch
            {
                '\n' or '\r' or '\v' or '\f' or '\u0085' => LineBreakClass,
                '\u00AD' => IgnorableClass,
                >= '0' and <= '9' => DigitClass,
                'ª' or 'º' => SymbolClass,
                _ => char.IsLetter(character) ? LetterClass : char.IsWhiteSpace(character) || char.IsControl(character) ? BlankClass : SymbolClass,
            };
        }

        return classes;
    }

    private static bool[] BuildCapitals()
    {
        var capitals = new bool[TableSize];
        for (var index = 0; index < TableSize; index++)
        {
            capitals[index] = char.IsUpper((char)index);
        }

        return capitals;
    }

    private static ushort[] BuildFoldings()
    {
        var foldings = new ushort[TableSize];
        for (var index = 0; index < TableSize; index++)
        {
            if (char.IsLetter((char)index))
            {
                foldings[index] = char.ToLowerInvariant((char)index);
            }
        }

        Set(foldings, "àáâãåāăą", "a");
        Set(foldings, "çćĉċč", "c");
        Set(foldings, "ďđð", "d");
        Set(foldings, "èéêëēĕėęě", "e");
        Set(foldings, "ĝğġģǧ", "g");
        Set(foldings, "ĥħ", "h");
        Set(foldings, "ìíîïĩīĭįıİ", "i");
        Set(foldings, "ĵ", "j");
        Set(foldings, "ķ", "k");
        Set(foldings, "ĺļľŀł", "l");
        Set(foldings, "ñńņňŉ", "n");
        Set(foldings, "òóôõōŏő", "o");
        Set(foldings, "ŕŗř", "r");
        Set(foldings, "śŝşšș", "s");
        Set(foldings, "ţťŧțþ", "t");
        Set(foldings, "ùúûũūŭůűų", "u");
        Set(foldings, "ŵ", "w");
        Set(foldings, "ýÿŷ", "y");
        Set(foldings, "źżž", "z");
        Set(foldings, "äæ", "ae");
        Set(foldings, "öøœ", "oe");
        Set(foldings, "ü", "ue");
        Set(foldings, "ß", "ss");
        foldings['ª'] = 0;
        foldings['º'] = 0;
        return foldings;
    }

    private static void Set(ushort[] foldings, string letters, string folded)
    {
        var value = (ushort)(folded[0] | (folded.Length > 1 ? folded[1] << 8 : 0));
        foreach (var letter in letters)
        {
            foldings[letter] = value;
            foldings[char.ToUpperInvariant(letter)] = value;
        }
    }
}
