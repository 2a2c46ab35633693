using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Reading;

/// <summary>Reads house numbers: 5, 5a, 5 b, 12-14, 12/14, Nr. 7.</summary>
internal static class HouseNumberReader
{
    private const int LongestNumber = 4;

    /// <summary>Reads a house number.</summary>
    /// <param name="window">The tokens.</param>
    /// <param name="index">Token behind the street.</param>
    /// <param name="hasLetter">True if a letter follows the digits, which nothing but a house number has.</param>
    /// <returns>Index of the token behind it, or 0 if the number is a year, a quantity, a time, a date or a decimal.</returns>
    public static int Read(in TokenWindow window, int index, out bool hasLetter)
    {
        hasLetter = false;
        var position = SkipNumberWord(window, index);
        ref readonly var number = ref window[position];
        if (!number.IsNumber || number.Length > LongestNumber || number.Before > Spacing.Blank || window.Text[number.Start] == '0')
        {
            return 0;
        }

        var end = ReadLetter(window, SkipHalf(window, position + 1), ref hasLetter);
        var range = ReadRange(window, end, ref hasLetter);
        end = IsQuantity(window, range) ? end : range;
        var isYear = DateReader.IsYear(window, position) && !hasLetter && PostcodeReader.ReadBehind(window, end) == 0;
        return isYear || IsQuantity(window, end) ? 0 : end;
    }

    private static int SkipNumberWord(in TokenWindow window, int index)
    {
        var hasDot = IsAbbreviationDot(window, index);
        var position = window[index].Is(',') || hasDot ? index + 1 : index;
        if (window.Is(position, "Haus"))
        {
            // "Haus-Nr. 7", "Haus Nr. 7"
            position += window[position + 1].Is('-') ? 2 : window[position + 1].Has(WordTraits.NumberWord) ? 1 : 0;
        }

        var isWord = window[position].Has(WordTraits.NumberWord) || window.Is(position, "Hausnummer") || window.Is(position, "Hausnr") || window.Is(position, "Haus");
        if (!isWord || window[position].Before > Spacing.Blank)
        {
            return hasDot ? index + 1 : index;
        }

        position++;
        return window[position].Is('.') || window[position].Is(':') ? position + 1 : position;
    }

    /// <summary>The dot of "Str." and "Pl.", not that of a sentence.</summary>
    private static bool IsAbbreviationDot(in TokenWindow window, int index)
    {
        var word = window.TextOf(window[index - 1]);
        return window[index].Is('.') && window.IsTight(index) && (word.EndsWith("str", StringComparison.OrdinalIgnoreCase) || word.Equals("Pl", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"7 1/2", as houses between two others have it.</summary>
    private static int SkipHalf(in TokenWindow window, int index)
    {
        var isHalf = window[index].IsNumber && window[index].Length == 1 && window[index].Before == Spacing.Blank && window[index + 1].Is('/') && window.IsTight(index + 1)
            && window[index + 2].IsNumber && window[index + 2].Length == 1 && window.IsTight(index + 2);
        return isHalf ? index + 3 : index;
    }

    private static int ReadLetter(in TokenWindow window, int index, ref bool hasLetter)
    {
        ref readonly var letter = ref window[index];
        if (!letter.IsWord || letter.Length != 1 || (window[index + 1].IsNumber && window.IsTight(index + 1)) || letter.Before > Spacing.Blank || !CharacterTable.IsAsciiLetter(window.Text[letter.Start]))
        {
            return index;
        }

        // "5 m" is a length, "5 h" a time; "5h" is a house number.
        var isUnit = window.Text[letter.Start] == 'm' || (letter.Has(WordTraits.Unit | WordTraits.Conjunction) && letter.Before == Spacing.Blank);
        if (isUnit || (letter.Shape == WordShape.Initial && letter.Before == Spacing.Blank && window[index + 1].Before == Spacing.Blank && window[index + 1].IsWord && window[index + 1].IsCapitalized))
        {
            return index;
        }

        hasLetter = true;
        return index + 1;
    }

    private static int ReadRange(in TokenWindow window, int index, ref bool hasLetter)
    {
        for (var steps = 0; steps < 3; steps++)
        {
            ref readonly var sign = ref window[index];
            var isSign = (window.Is(index, "bis") && sign.Before == Spacing.Blank) || sign.IsHyphen || sign.Symbol is '/' or '+' or '&';
            ref readonly var next = ref window[index + 1];
            if (!isSign || !next.IsNumber || next.Length > LongestNumber || sign.Before > Spacing.Blank || next.Before > Spacing.Blank)
            {
                // "12 a-c"
                var isLetterRange = isSign && !sign.IsWord && hasLetter && next.IsWord && next.Length == 1 && next.Before == Spacing.None;
                return isLetterRange ? index + 2 : index;
            }

            index = ReadLetter(window, index + 2, ref hasLetter);
        }

        return index;
    }

    private static bool IsQuantity(in TokenWindow window, int end)
    {
        ref readonly var next = ref window[end];
        if (next.IsWord)
        {
            return next.Before == Spacing.None || (next.Before == Spacing.Blank && next.Has(WordTraits.Unit | WordTraits.Month) && !(window[end + 1].IsNumber && window.IsTight(end + 1)));
        }

        if (next.Kind == TokenKind.Placeholder)
        {
            return next.Before == Spacing.None;
        }

        if (next.Kind == TokenKind.None || next.Before == Spacing.Line)
        {
            return false;
        }

        var isJoined = next.Before == Spacing.None && next.Symbol is ',' or '.' or ':' && CompactReader.IsDigitOrPlaceholder(window.Text, next.End);
        var isDate = next.Is('.') && next.Before == Spacing.None && (window[end + 1].Has(WordTraits.Month) || (window[end + 1].IsNumber && window[end + 2].Is('.')));
        return isJoined || isDate || next.Symbol is '%' or '€' or '°' or '$' or '²' or '³' or '×' || (next.Is('/') && next.Before == Spacing.None && window[end + 1].IsNumber);
    }
}
