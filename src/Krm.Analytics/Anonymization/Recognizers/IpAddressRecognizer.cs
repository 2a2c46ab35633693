using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>IPv4, IPv6 and hardware (MAC) addresses.</summary>
internal static class IpAddressRecognizer
{
    private const int LongestIpv6 = 45;

    /// <summary>An address that begins at this word or number.</summary>
    public static Finding Match(in TokenWindow window, int index)
    {
        var text = window.Text;
        var start = window[index].Start;
        if (!CompactReader.IsBoundary(text, start - 1))
        {
            return default;
        }

        var end = CharacterTable.IsDigit(text[start]) && CompactReader.IsNumberStart(text, start) ? Ipv4End(text, start) : 0;
        if (end == 0)
        {
            end = HexadecimalEnd(text, start);
        }

        return end > 0 ? new Finding(PersonalDataKind.IpAddress, start, end) : default;
    }

    /// <summary>Four numbers up to 255; all of one digit they would be a section: 1.2.3.4.</summary>
    private static int Ipv4End(ReadOnlySpan<char> text, int start)
    {
        var index = start;
        var hasLongPart = false;
        for (var part = 0; part < 4; part++)
        {
            var value = 0;
            var digits = 0;
            for (; index < text.Length && digits < 4 && CharacterTable.IsDigit(text[index]); index++, digits++)
            {
                value = (value * 10) + text[index] - '0';
            }

            var isLast = part == 3;
            if (digits is 0 or > 3 || value > 255 || (!isLast && (index >= text.Length || text[index] != '.')))
            {
                return 0;
            }

            hasLongPart |= digits > 1;
            index += isLast ? 0 : 1;
        }

        var continues = index + 1 < text.Length && text[index] == '.' && CompactReader.IsDigitOrPlaceholder(text, index + 1);
        return hasLongPart && !continues && CompactReader.IsBoundary(text, index) ? index : 0;
    }

    /// <summary>Groups of hexadecimal digits: eight (or fewer with "::") of an IPv6 address, six pairs of a hardware address.</summary>
    private static int HexadecimalEnd(ReadOnlySpan<char> text, int start)
    {
        var index = start;
        var groups = 0;
        var pairs = 0;
        var gaps = 0;
        var digits = 0;
        var separator = '\0';
        while (index < text.Length && index - start < LongestIpv6)
        {
            var length = HexadecimalRun(text, index, ref digits);
            if (length is 0 or > 4)
            {
                break;
            }

            groups++;
            pairs += length == 2 ? 1 : 0;
            index += length;
            if (index + 1 >= text.Length || text[index] is not (':' or '-') || (separator != '\0' && text[index] != separator))
            {
                break;
            }

            var isGap = text[index] == ':' && text[index + 1] == ':';
            if (!isGap && !char.IsAsciiHexDigit(text[index + 1]))
            {
                break;
            }

            separator = text[index];
            gaps += isGap ? 1 : 0;
            index += isGap ? 2 : 1;
        }

        var isHardware = groups == 6 && pairs == 6 && gaps == 0;
        var isIpv6 = separator == ':' && ((groups == 8 && gaps == 0) || (gaps == 1 && groups is >= 2 and <= 7 && digits > 0));
        var continues = index + 1 < text.Length && text[index] is ':' or '-' && CompactReader.IsDigitOrPlaceholder(text, index + 1);
        return (isHardware || isIpv6) && !continues && CompactReader.IsBoundary(text, index) ? index : 0;
    }

    private static int HexadecimalRun(ReadOnlySpan<char> text, int start, ref int digits)
    {
        var index = start;
        while (index < text.Length && index - start < 5 && char.IsAsciiHexDigit(text[index]))
        {
            digits += CharacterTable.IsDigit(text[index]) ? 1 : 0;
            index++;
        }

        return index - start;
    }
}
