using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>Numbers whose check digit or form proves them without any word before: tax, insurance, identity, card and file numbers.</summary>
internal static class IdentifierRecognizer
{
    private const string DocumentLetters = "CFGHJKLMNPRTVWXYZ";

    /// <summary>A number that begins with a digit.</summary>
    public static Finding MatchNumber(in TokenWindow window, int index)
    {
        var text = window.Text;
        var start = window[index].Start;
        if (!CompactReader.IsNumberStart(text, start))
        {
            return default;
        }

        if (SocialInsuranceNumber(text, start) is { IsPresent: true } insurance)
        {
            return insurance;
        }

        if (TaxId(text, start) is { IsPresent: true } taxId)
        {
            return taxId;
        }

        if (PaymentCard(text, start) is { IsPresent: true } card)
        {
            return card;
        }

        return FileNumber(window, index) is { IsPresent: true } file ? file : TaxNumber(text, start);
    }

    /// <summary>A number that begins with a letter.</summary>
    public static Finding MatchCode(in TokenWindow window, int index)
    {
        var text = window.Text;
        var start = window[index].Start;
        Span<char> buffer = stackalloc char[10];
        var end = CompactReader.Read(text, start, buffer);
        if (end == 0 || !CompactReader.IsBoundary(text, start - 1))
        {
            return default;
        }

        if (AreDigits(buffer[1..]) && Checksums.IsHealthInsuranceNumber(buffer))
        {
            return new Finding(PersonalDataKind.HealthInsuranceNumber, start, end);
        }

        return IsDocument(buffer) && CompactReader.RunLength(text, start) >= 9 && Checksums.IsIdentityDocument(buffer)
            ? new Finding(PersonalDataKind.IdentityDocument, start, end)
            : default;
    }

    private static bool IsDocument(ReadOnlySpan<char> number)
    {
        var digits = 0;
        foreach (var character in number)
        {
            if (CharacterTable.IsDigit(character))
            {
                digits++;
            }
            else if (!DocumentLetters.Contains(character))
            {
                return false;
            }
        }

        return digits >= 3 && CharacterTable.IsDigit(number[9]);
    }

    private static Finding SocialInsuranceNumber(ReadOnlySpan<char> text, int start)
    {
        Span<char> buffer = stackalloc char[12];
        var end = CompactReader.Read(text, start, buffer);
        var isForm = end > 0 && AreDigits(buffer[..8]) && char.IsAsciiLetterUpper(buffer[8]) && AreDigits(buffer[9..]);
        return isForm && Checksums.IsSocialInsuranceNumber(buffer) ? new Finding(PersonalDataKind.SocialInsuranceNumber, start, end) : default;
    }

    private static Finding TaxId(ReadOnlySpan<char> text, int start)
    {
        Span<char> buffer = stackalloc char[11];
        var end = CompactReader.Read(text, start, buffer);
        return end > 0 && AreDigits(buffer) && Checksums.IsTaxId(buffer) ? new Finding(PersonalDataKind.TaxId, start, end) : default;
    }

    private static Finding PaymentCard(ReadOnlySpan<char> text, int start)
    {
        Span<char> buffer = stackalloc char[16];
        foreach (var length in (ReadOnlySpan<int>)[16, 15])
        {
            var end = CompactReader.Read(text, start, buffer[..length]);
            if (end > 0 && AreDigits(buffer[..length]) && buffer[0] is >= '2' and <= '6' && Checksums.IsLuhn(buffer[..length]))
            {
                return new Finding(PersonalDataKind.PaymentCard, start, end);
            }
        }

        return default;
    }

    /// <summary>Tax numbers with slashes as the Länder write them: 181/815/08155, 21/815/08150, 93815/08152, 075 815 08155.</summary>
    private static Finding TaxNumber(ReadOnlySpan<char> text, int start)
    {
        Span<int> lengths = stackalloc int[3];
        var groups = 0;
        var index = start;
        var end = start;
        while (groups < lengths.Length)
        {
            var begin = index;
            while (index < text.Length && CharacterTable.IsDigit(text[index]) && index - begin <= 6)
            {
                index++;
            }

            if (index == begin)
            {
                break;
            }

            lengths[groups++] = index - begin;
            end = index;
            var isSlash = SkipSlash(text, ref index);
            if (!isSlash)
            {
                break;
            }
        }

        var isForm = groups switch
        {
            3 => lengths[0] is 2 or 3 && lengths[1] is 3 or 4 && lengths[2] is 4 or 5,
            2 => lengths[0] == 5 && lengths[1] == 5,
            _ => false,
        };
        return isForm && CompactReader.IsBoundary(text, end) && !(end < text.Length && text[end] == '/') ? new Finding(PersonalDataKind.TaxNumber, start, end) : default;
    }

    private static bool SkipSlash(ReadOnlySpan<char> text, ref int index)
    {
        var position = index;
        position += position < text.Length && text[position] == ' ' ? 1 : 0;
        if (position >= text.Length || text[position] != '/')
        {
            return false;
        }

        position++;
        position += position < text.Length && text[position] == ' ' ? 1 : 0;
        index = position;
        return true;
    }

    /// <summary>BG-Nummer 12345//0012345 or 12345BG0012345; register signs of courts 4 K 123/20.</summary>
    private static Finding FileNumber(in TokenWindow window, int index)
    {
        ref readonly var first = ref window[index];
        ref readonly var second = ref window[index + 1];
        if (first.Length is >= 3 and <= 6 && second.Is('/') && window[index + 2].Is('/'))
        {
            ref readonly var last = ref window[index + 3];
            return last.IsNumber && last.Length is >= 4 and <= 9 && last.Before <= Spacing.Blank && second.Before <= Spacing.Blank ? Found(first, last) : default;
        }

        if (!second.IsWord)
        {
            return default;
        }

        ref readonly var third = ref window[index + 2];
        if (first.Length is >= 4 and <= 6 && third.IsNumber && third.Length is >= 6 and <= 8 && window.Is(index + 1, "BG"))
        {
            return Found(first, third);
        }

        ref readonly var year = ref window[index + 4];
        var isCourt = first.Length <= 3 && second.Before == Spacing.Blank && second.Length <= 3 && second.Shape != WordShape.Lower
            && third.IsNumber && third.Before == Spacing.Blank && third.Length <= 5 && window[index + 3].Is('/') && year.IsNumber && year.Length is 2 or 4 && year.Before == Spacing.None;
        return isCourt ? Found(first, year) : default;
    }

    private static Finding Found(in Token first, in Token last) => new(PersonalDataKind.FileNumber, first.Start, last.End);

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
