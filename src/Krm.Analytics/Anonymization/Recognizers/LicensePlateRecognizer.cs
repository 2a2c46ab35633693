using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>German licence plates: a listed district, one or two letters, one to four digits.</summary>
internal static class LicensePlateRecognizer
{
    private const int LongestPlate = 8;

    public static Finding Match(in TokenWindow window, int index) => Match(window, index, false);

    /// <summary>A plate behind a label: also one in small letters, without separators or of another country.</summary>
    public static Finding MatchLabelled(in TokenWindow window, int index)
    {
        var plate = Match(window, index, true);
        if (plate.IsPresent)
        {
            return plate;
        }

        ref readonly var token = ref window[index];
        var isPlateLike = token.IsWord ? token.Length <= 5 && token.Shape is WordShape.Upper or WordShape.Initial : token.IsNumber && token.Length <= 4;
        var end = isPlateLike ? ReferenceReader.Read(window, index, 1, 14) : 0;
        return end - token.Start >= 4 && !IsOnlyDigits(window.Text[token.Start..end]) ? new Finding(PersonalDataKind.LicensePlate, token.Start, end) : default;
    }

    private static Finding Match(in TokenWindow window, int index, bool isLabelled)
    {
        ref readonly var district = ref window[index];
        if (!district.Has(WordTraits.District) || !CompactReader.IsBoundary(window.Text, district.Start - 1) || window.IsHyphenatedWithPrevious(index))
        {
            return default;
        }

        var next = index + 1;
        var hasHyphen = IsHyphen(window[next]);
        next += hasHyphen ? 1 : 0;
        if (!hasHyphen && window[next].Is(':'))
        {
            next++;
        }

        var lettersAt = next;
        ref readonly var letters = ref window[lettersAt];
        if (!letters.IsWord || letters.Length > 2 || letters.Before > Spacing.Blank || (letters.Before == Spacing.None && next == index + 1))
        {
            return default;
        }

        var isCapital = IsCapital(district) && IsCapital(letters);
        next++;
        var hasSecondHyphen = IsHyphen(window[next]);
        next += hasSecondHyphen ? 1 : 0;
        ref readonly var number = ref window[next];
        var isNumber = number.IsNumber && number.Length <= 4 && number.Before <= Spacing.Blank && window.Text[number.Start] != '0';
        if (!isNumber || district.Length + letters.Length + number.Length > LongestPlate + 1)
        {
            return default;
        }

        // Without a hyphen only capitals count; "DIN-A 4" and "DIN EN 1337" are paper and norms.
        var isNorm = window.Is(index, "DIN") && (window.Is(lettersAt, "A") || window.Is(lettersAt, "EN"));
        var isClear = !isNorm && (hasHyphen || (isCapital && number.Length >= 2));
        if (!isClear && !isLabelled)
        {
            return default;
        }

        var end = EndWithSuffix(window, next);
        return CompactReader.IsBoundary(window.Text, end) && !ContinuesAsNumber(window.Text, end) ? new Finding(PersonalDataKind.LicensePlate, district.Start, end) : default;
    }

    /// <summary>E for electric and H for historic vehicles behind the digits.</summary>
    private static int EndWithSuffix(in TokenWindow window, int number)
    {
        ref readonly var suffix = ref window[number + 1];
        var isSuffix = suffix.IsWord && suffix.Length == 1 && suffix.Before <= Spacing.Blank && (window.Text[suffix.Start] | 0x20) is 'e' or 'h';
        return isSuffix && (suffix.Before == Spacing.None || suffix.Shape == WordShape.Initial) ? suffix.End : window[number].End;
    }

    private static bool ContinuesAsNumber(ReadOnlySpan<char> text, int end) =>
        end + 1 < text.Length && text[end] is '/' or '.' or ',' or ':' && CompactReader.IsDigitOrPlaceholder(text, end + 1);

    private static bool IsHyphen(in Token token) => token.IsHyphen && token.Before <= Spacing.Blank;

    private static bool IsCapital(in Token token) => token.Shape is WordShape.Upper or WordShape.Initial;

    private static bool IsOnlyDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
