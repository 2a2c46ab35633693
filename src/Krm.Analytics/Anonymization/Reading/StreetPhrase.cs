using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Reading;

/// <summary>Which words around "Straße", "Platz" or "Hof" belong to the name of a street.</summary>
internal static class StreetPhrase
{
    private const int MostWordsBefore = 4;
    private const int ShortestAdjective = 7;

    private static readonly string[] TiedHeads = ["Anlage", "Hof", "Brücke", "Kai", "Deich", "Bogen", "Höhe", "Berg", "Passage", "Park", "Garten", "Insel", "Terrasse", "Tor", "Gang", "Staden"];

    /// <summary>"Ludwig-Erhard-Anlage", "Faßbacher Hof": words that make a street only of a name tied to them or the adjective of a place.</summary>
    public static bool IsTiedHead(in TokenWindow window, int index, int from, out int start)
    {
        start = index;
        ref readonly var before = ref window[index - 1];
        var isAdjective = window[index].Before == Spacing.Blank && before.IsCapitalized && before.Start >= from && before.Length >= ShortestAdjective && window.TextOf(before) is [.., 'e', 'r'];
        if (window.IsHyphenatedWithNext(index) || !(isAdjective || window.IsHyphenatedWithPrevious(index)))
        {
            return false;
        }

        start = isAdjective ? index - 1 : Start(window, index, from);
        foreach (var head in TiedHeads)
        {
            if (window.Is(index, head))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Index of the first word of the street whose head stands here: of words before it, or tied to it by hyphens.</summary>
    public static int Start(in TokenWindow window, int index, int from)
    {
        var start = index;
        for (var steps = 0; steps < MostWordsBefore; steps++)
        {
            var previous = window.IsHyphenatedWithPrevious(start) ? start - 2 : window[start].Before == Spacing.Blank || window[start].Before == Spacing.None ? start - 1 : -1;
            ref readonly var token = ref window[previous];
            var isTied = previous == start - 2;
            var isPart = previous >= 0 && token.IsWord && token.Start >= from
                && (isTied || (token.IsCapitalized && !token.Has(WordTraits.Ordinary | WordTraits.Article | WordTraits.Salutation | WordTraits.Unit)));
            if (!isPart)
            {
                break;
            }

            start = previous;
            // "Bonner Straße": a further word before the adjective of a place is none of the name; nor is one before a chain.
            var isWhole = !window.IsHyphenatedWithPrevious(start) && (isTied || window.TextOf(token) is [.., 'e', 'r'] or [.., 'E', 'R']);
            if (isWhole)
            {
                break;
            }
        }

        // "St. Ingberter Straße", "Sankt Ingberter Straße"
        var saint = window[start - 1].Is('.') ? start - 2 : start - 1;
        var isSaint = window[start].Before <= Spacing.Blank && window[saint].Has(WordTraits.Saint) && window[saint].Start >= from;
        return isSaint ? saint : AbbreviationStart(window, start, from);
    }

    /// <summary>"Dr.-Hans-Böckler-Platz", "St.-Augustiner-Str.".</summary>
    private static int AbbreviationStart(in TokenWindow window, int start, int from)
    {
        var isAbbreviated = window[start - 1].IsHyphen && window.IsTight(start) && window[start - 2].Is('.')
            && window[start - 3].IsWord && window[start - 3].Start >= from && window[start - 3].Length <= 5;
        return isAbbreviated ? start - 3 : start;
    }

    /// <summary>The same where the street is one word, so that only an adjective of a place can stand before it.</summary>
    public static int AdjectiveStart(in TokenWindow window, int index, int from)
    {
        var start = Start(window, index, from);
        // Only what is tied by hyphens, or an adjective of a place: "Mainzer Landstraße", "Alte Poststraße".
        var first = index;
        while (window.IsHyphenatedWithPrevious(first) && window[first - 2].Start >= from && first - 2 >= start)
        {
            first -= 2;
        }

        if (AbbreviationStart(window, first, from) is var abbreviation && abbreviation < first)
        {
            return abbreviation;
        }

        ref readonly var adjective = ref window[first - 1];
        var isAdjective = first - 1 >= start && adjective.IsWord && adjective.Length >= 4 && (adjective.Has(WordTraits.StreetOpening) || window.TextOf(adjective) is [.., 'e', 'r']);
        return isAdjective ? first - 1 : first;
    }

    /// <summary>"des 17. Juni", "der Einheit", "am Flughafen" behind "Straße" or "Platz"; the index behind the head if there is none.</summary>
    public static int DedicationEnd(in TokenWindow window, int index)
    {
        var position = index + 1;
        if (!(window[position].Has(WordTraits.Particle) || window.Is(position, "des") || window.Is(position, "am")) || window[position].Before != Spacing.Blank)
        {
            return position;
        }

        position++;
        if (window[position].IsNumber && window[position + 1].Is('.') && window[position + 2].Has(WordTraits.Month))
        {
            return position + 3;
        }

        var words = 0;
        while (words < 3 && window[position].IsCapitalized && window[position].Before == Spacing.Blank)
        {
            words++;
            position = window.ChainEnd(position) + 1;
        }

        return words > 0 ? position : index + 1;
    }
}
