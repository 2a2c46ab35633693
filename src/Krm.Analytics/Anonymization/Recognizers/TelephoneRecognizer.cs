using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>Telephone numbers: international, national with a leading 0, and any number behind a word such as "Tel.".</summary>
internal static class TelephoneRecognizer
{
    private const int MostGroups = 12;
    private const int MostNationalDigits = 14;
    private const int MostInternationalDigits = 17;
    private const int FewestSpokenDigits = 5;
    private const int MostWordsToCall = 9;

    /// <summary>A number that begins with "+", "0" or "(" at this token.</summary>
    public static Finding Match(in TokenWindow window, int index)
    {
        var start = window[index].Start;
        if (!CompactReader.IsNumberStart(window.Text, start))
        {
            return default;
        }

        var isInternational = window.Text[start..].TrimStart('(').StartsWith('+') || IsCountryPrefix(window.Text, start);
        var groups = new Groups();
        var end = Read(window.Text, start, isInternational ? MostInternationalDigits : MostNationalDigits, ref groups);
        var isNumber = isInternational ? groups.Digits is >= 8 and <= MostInternationalDigits : groups.StartsWithZero && IsNational(groups);
        return isNumber && end > start && CompactReader.IsBoundary(window.Text, end) ? Found(window.Text, start, end) : default;
    }

    /// <summary>A number behind a label: four digits suffice, but not a year.</summary>
    public static Finding MatchLabelled(in TokenWindow window, int index)
    {
        var start = window[index].Start;
        var groups = new Groups();
        var end = Read(window.Text, start, MostInternationalDigits, ref groups);
        var isYear = groups.Count == 1 && DateReader.IsYear(window, index);
        return end > start && groups.Digits >= 4 && !isYear ? Found(window.Text, start, end) : default;
    }

    /// <summary>"erreichbar unter 77 12 34", "rufen Sie 77 12 34 an": a number without leading 0 that words of calling announce.</summary>
    public static Finding MatchSpoken(in TokenWindow window, int index)
    {
        if (!(window.Is(index - 1, "unter") || window[index - 1].Has(WordTraits.NumberWord)) || !IsAboutCalling(window, index))
        {
            return default;
        }

        var number = MatchLabelled(window, index);
        var digits = 0;
        foreach (var character in window.Text[number.Start..number.End])
        {
            digits += CharacterTable.IsDigit(character) ? 1 : 0;
        }

        return digits >= FewestSpokenDigits && CompactReader.IsBoundary(window.Text, number.End) ? number : default;
    }

    private static bool IsAboutCalling(in TokenWindow window, int index)
    {
        for (var step = 2; step <= MostWordsToCall; step++)
        {
            if (IsCall(window, index - step) || IsCall(window, index + step - 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCall(in TokenWindow window, int index)
    {
        ref readonly var token = ref window[index];
        if (!token.IsWord || token.Length < 4)
        {
            return false;
        }

        var word = window.TextOf(token);
        return word.StartsWith("erreich", StringComparison.OrdinalIgnoreCase) || word.StartsWith("anruf", StringComparison.OrdinalIgnoreCase) || word.StartsWith("anzuruf", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("telefon", StringComparison.OrdinalIgnoreCase) || word.StartsWith("zurückruf", StringComparison.OrdinalIgnoreCase) || word.StartsWith("rufen", StringComparison.OrdinalIgnoreCase)
            || word.Equals("ruft", StringComparison.OrdinalIgnoreCase) || word.StartsWith("Rückruf", StringComparison.OrdinalIgnoreCase);
    }

    private static Finding Found(ReadOnlySpan<char> text, int start, int end) =>
        new(PersonalDataKind.Telephone, start, end, SubscriberKey(text[start..end]));

    /// <summary>+49 228 123, 0049 (0)228 123 and 0228/123 are the same subscriber.</summary>
    private static ulong SubscriberKey(ReadOnlySpan<char> number)
    {
        Span<char> digits = stackalloc char[MostInternationalDigits + 2];
        var count = 0;
        foreach (var character in number)
        {
            if (CharacterTable.IsDigit(character) && count < digits.Length)
            {
                digits[count++] = character;
            }
        }

        var bare = digits[..count];
        bare = number.TrimStart('(').StartsWith('+') && bare.StartsWith("49") ? bare[2..] : bare.StartsWith("0049") ? bare[4..] : bare;
        return DigitKey.Of(bare.TrimStart('0'));
    }

    private static bool IsCountryPrefix(ReadOnlySpan<char> text, int start) =>
        start + 2 < text.Length && text[start] == '0' && text[start + 1] == '0' && text[start + 2] is >= '1' and <= '9';

    private static bool IsNational(in Groups groups)
    {
        if (groups.Digits < 7 || groups.SecondDigitIsZero)
        {
            return false;
        }

        // "0 30 / 12 34" and "02 28 / 12 34 56" were the standard spelling (DIN 5008) until 2001.
        return groups.FirstLength switch
        {
            1 => groups is { Count: >= 3, Digits: >= 8, SecondLength: >= 2 and <= 4 },
            2 => groups is { Count: >= 3, Digits: >= 9 },
            <= 6 => groups.Count >= 2 && groups.Digits - groups.FirstLength >= 3,
            _ => groups.Digits >= 8 || groups.Count >= 2,
        };
    }

    private static int Read(ReadOnlySpan<char> text, int start, int mostDigits, ref Groups groups)
    {
        var index = start;
        while (index < text.Length && index - start < 3 && text[index] is '+' or '(' or ' ' or '-')
        {
            index++;
        }

        var end = start;
        var separator = '\0';
        while (groups.Count < MostGroups)
        {
            var length = DigitRun(text, index);
            if (length == 0 || groups.Digits + length > mostDigits || (separator != '\0' && BeginsOtherNumber(text, index + length, separator)))
            {
                break;
            }

            groups.Add(text.Slice(index, length), separator);
            end = index + length;
            index = NextGroup(text, end, groups, ref separator);
            if (index == 0)
            {
                break;
            }
        }

        return text[start] == '(' && !text[start..end].Contains(')') ? start : end;
    }

    /// <summary>A group before a decimal, a time, a date or a letter belongs to that: "0228 123456 12.03.2017".</summary>
    private static bool BeginsOtherNumber(ReadOnlySpan<char> text, int end, char separator) =>
        !CompactReader.IsBoundary(text, end) || (end + 1 < text.Length && CharacterTable.IsDigit(text[end + 1]) && (text[end] is ':' or ',' || (separator == ' ' && text[end] == '.')));

    private static int DigitRun(ReadOnlySpan<char> text, int start)
    {
        var index = start;
        while (index < text.Length && CharacterTable.IsDigit(text[index]))
        {
            index++;
        }

        return index - start;
    }

    private static int NextGroup(ReadOnlySpan<char> text, int end, in Groups groups, ref char separator)
    {
        separator = ' ';
        var index = end;
        for (; index < text.Length && index - end < 4; index++)
        {
            var character = text[index];
            if (CharacterTable.IsDigit(character))
            {
                return index;
            }

            if (CharacterTable.IsBlank(character))
            {
                continue;
            }

            // Dots separate groups only in a number that is written with dots throughout.
            var isDot = character == '.' && (groups.Count == 1 || groups.FirstSeparator == '.');
            if (!isDot && character is not ('/' or '(' or ')') && !CharacterTable.IsHyphen(character))
            {
                return 0;
            }

            separator = character;
        }

        return 0;
    }

    private record struct Groups
    {
        public int Count { get; private set; }

        public int Digits { get; private set; }

        public int FirstLength { get; private set; }

        public int SecondLength { get; private set; }

        public char FirstSeparator { get; private set; }

        public bool StartsWithZero { get; private set; }

        public bool SecondDigitIsZero { get; private set; }

        public void Add(ReadOnlySpan<char> digits, char separator)
        {
            Count++;
            switch (Count)
            {
                case 1:
                    FirstLength = digits.Length;
                    StartsWithZero = digits[0] == '0';
                    SecondDigitIsZero = digits.Length > 1 && digits[1] == '0';
                    break;
                case 2:
                    SecondLength = digits.Length;
                    FirstSeparator = separator;
                    SecondDigitIsZero |= FirstLength == 1 && digits[0] == '0';
                    break;
            }

            Digits += digits.Length;
        }
    }
}
