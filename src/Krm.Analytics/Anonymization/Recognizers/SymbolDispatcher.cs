using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>Asks the recognisers that a symbol can concern.</summary>
internal static class SymbolDispatcher
{
    private const int ShortestHandle = 3;

    public static Finding Match(in TokenWindow window, int index)
    {
        ref readonly var token = ref window[index];
        return token.Symbol switch
        {
            '+' when window[index + 1].IsNumber || window[index + 1].Is('(') => TelephoneRecognizer.Match(window, index),
            '(' when window[index + 1].IsNumber || window[index + 1].Is('+') => TelephoneRecognizer.Match(window, index),
            '*' or '†' when window[index + 1].IsNumber => DateOfBirthRecognizer.MatchLabelled(window, index + 1),
            '@' => Handle(window, index),
            _ => default,
        };
    }

    /// <summary>The name of a user in a social network: "@max_muster".</summary>
    private static Finding Handle(in TokenWindow window, int index)
    {
        var start = window[index].Start;
        var end = start + 1;
        while (end - start < CompactReader.Longest && (CharacterTable.IsAsciiLetterOrDigit(window.CharacterAt(end)) || window.CharacterAt(end) == '_'
            || (window.CharacterAt(end) is '.' or '-' && CharacterTable.IsAsciiLetterOrDigit(window.CharacterAt(end + 1)))))
        {
            end++;
        }

        var isHandle = end - start > ShortestHandle && window[index + 1].IsWord && !window[index + 1].Has(WordTraits.Ordinary) && CompactReader.IsBoundary(window.Text, start - 1) && CompactReader.IsBoundary(window.Text, end);
        return isHandle ? new Finding(PersonalDataKind.Url, start, end) : default;
    }
}
