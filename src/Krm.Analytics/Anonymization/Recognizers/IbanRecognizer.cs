using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>International bank account numbers, in any spacing and case, proven by their checksum.</summary>
internal static class IbanRecognizer
{
    private const int Shortest = 15;
    private const int Longest = 34;

    // Country and length, ISO 13616 registry.
    private const string Lengths =
        "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23" +
        "GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30" +
        "NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30";

    public static Finding Match(in TokenWindow window, int index)
    {
        ref readonly var token = ref window[index];
        Span<char> buffer = stackalloc char[Longest];
        var expected = token.Length >= 2 ? LengthOf(char.ToUpperInvariant(window.Text[token.Start]), char.ToUpperInvariant(window.Text[token.Start + 1])) : 0;
        if (expected == 0)
        {
            return default;
        }

        var end = CompactReader.Read(window.Text, token.Start, buffer[..expected]);
        return end > 0 && HasCheckDigits(buffer) && Checksums.IsIban(buffer[..expected]) ? new Finding(PersonalDataKind.Iban, token.Start, end) : default;
    }

    /// <summary>A number behind the word IBAN: also one with a typing error.</summary>
    public static Finding MatchLabelled(in TokenWindow window, int index)
    {
        var found = Match(window, index);
        if (found.IsPresent)
        {
            return found;
        }

        var start = window[index].Start;
        var reference = ReferenceReader.Read(window, index, Shortest - 4, Longest + 10);
        return reference > start && CharacterTable.IsAsciiLetter(window.CharacterAt(start)) ? new Finding(PersonalDataKind.Iban, start, reference) : default;
    }

    private static bool HasCheckDigits(ReadOnlySpan<char> iban) => CharacterTable.IsDigit(iban[2]) && CharacterTable.IsDigit(iban[3]);

    private static int LengthOf(char first, char second)
    {
        for (var index = 0; index < Lengths.Length; index += 4)
        {
            if (Lengths[index] == first && Lengths[index + 1] == second)
            {
                return ((Lengths[index + 2] - '0') * 10) + Lengths[index + 3] - '0';
            }
        }

        return 0;
    }
}
