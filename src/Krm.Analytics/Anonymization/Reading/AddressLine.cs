using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Reading;

/// <summary>Tells whether words have a line, or a part of one between commas, to themselves: there even "Lindenhof 4" is an address.</summary>
internal static class AddressLine
{
    // Endings of street names that other words have too, so that they count only in a line of their own.
    private static readonly string[] FieldEndings =
    [
        "hof", "berg", "feld", "tal", "bahn", "garten", "gärten", "wiese", "wiesen", "aue", "heide", "busch", "grund", "höhe", "brink", "horst", "wald", "bach",
        "born", "brunnen", "hang", "hain", "eck", "kuhle", "stein", "burg", "dorf", "moor", "teich", "see", "mühle", "tor", "park", "hagen", "brede", "rain", "acker",
        "äcker", "kehre", "schanze", "höfe", "halde", "leite", "weide", "weiden", "bühl", "brühl", "ried", "steg", "weiher", "esch", "bruch", "linden", "kai", "deich",
        "hütte", "kapelle", "klinge", "lohe", "loh", "rott", "gewann", "furt", "warte", "wende", "stücken", "land",
    ];

    /// <summary>True if nothing but punctuation or line ends stand around the tokens.</summary>
    /// <param name="window">The tokens.</param>
    /// <param name="first">First token.</param>
    /// <param name="behind">Token behind the last one.</param>
    public static bool IsAlone(in TokenWindow window, int first, int behind)
    {
        ref readonly var before = ref window[first - 1];
        ref readonly var after = ref window[behind];
        var isOpen = window[first].Before >= Spacing.Line || before.Kind == TokenKind.None || before.Symbol is ',' or ':' or ';' or '(';
        return isOpen && (after.Kind == TokenKind.None || after.Before >= Spacing.Line || after.Symbol is ',' or ';' or ')');
    }

    /// <summary>True if the word ends like the name of a field, a wood or a farm.</summary>
    /// <param name="window">The tokens.</param>
    /// <param name="index">The word.</param>
    /// <param name="isBehindOpening">True behind "Am", "Auf der" and their like, where the ending alone is a name: "Auf der Weide".</param>
    public static bool IsFieldName(in TokenWindow window, int index, bool isBehindOpening = false)
    {
        ref readonly var token = ref window[index];
        if (!token.IsCapitalized || token.Has(WordTraits.Ordinary | WordTraits.StreetOrdinary | WordTraits.Place))
        {
            return false;
        }

        var word = window.TextOf(token);
        foreach (var ending in FieldEndings)
        {
            if ((word.Length >= ending.Length + 2 || (isBehindOpening && word.Length == ending.Length)) && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return word.Equals("Moabit", StringComparison.OrdinalIgnoreCase);
    }
}
