using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>Bank identifier codes: four letters, country, two characters, perhaps three more.</summary>
internal static class BicRecognizer
{
    private const int ShortLength = 8;
    private const int LongLength = 11;

    // Words in capitals have the same form, so without a label the place must be one that German banks have, or a digit must show.
    private static readonly string[] GermanPlaces = ["FF", "MM", "HH", "BB", "DD", "SS", "HB", "HA", "KK", "LL", "NN", "WW"];
    private const string Neighbours = "DEATCHNLBELUFRPLDKCZGBITES";

    public static Finding Match(in TokenWindow window, int index)
    {
        var start = window[index].Start;
        var length = CompactReader.RunLength(window.Text, start);
        if (length is not (ShortLength or LongLength) || !CompactReader.IsBoundary(window.Text, start - 1))
        {
            return default;
        }

        var code = window.Text.Slice(start, length);
        var isForm = !code[..6].ContainsAnyExceptInRange('A', 'Z') && !code.ContainsAnyInRange('a', 'z') && IsNeighbour(code.Slice(4, 2));
        return isForm && IsProven(code) ? new Finding(PersonalDataKind.Bic, start, start + length) : default;
    }

    /// <summary>Any code of the right length behind the word BIC: in capitals whatever its spacing, in small letters as one word.</summary>
    public static Finding MatchLabelled(in TokenWindow window, int index)
    {
        Span<char> buffer = stackalloc char[LongLength];
        var start = window[index].Start;
        foreach (var length in (ReadOnlySpan<int>)[LongLength, ShortLength])
        {
            var end = CompactReader.Read(window.Text, start, buffer[..length]);
            if (end == 0 || buffer[..6].ContainsAnyExceptInRange('A', 'Z'))
            {
                continue;
            }

            // "BIC folgt und das": words of a sentence have the length too.
            if (!window.Text[start..end].ContainsAnyInRange('a', 'z') || (end == start + length && IsNeighbour(buffer.Slice(4, 2))))
            {
                return new Finding(PersonalDataKind.Bic, start, end);
            }
        }

        return default;
    }

    private static bool IsProven(ReadOnlySpan<char> code)
    {
        if (code[6..].ContainsAnyInRange('0', '9') || code.EndsWith("XXX"))
        {
            return true;
        }

        foreach (var place in GermanPlaces)
        {
            if (code.Slice(4, 2) is "DE" && code.Slice(6, 2).SequenceEqual(place))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNeighbour(ReadOnlySpan<char> country)
    {
        for (var index = 0; index < Neighbours.Length; index += 2)
        {
            if (country.SequenceEqual(Neighbours.AsSpan(index, 2)))
            {
                return true;
            }
        }

        return false;
    }
}
