using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>Postal addresses: street with house number, postcode with place, or both as one.</summary>
/// <remarks>A street without house number stays: it is what most complaints are about.</remarks>
internal static class AddressRecognizer
{
    private const int MostWordsBefore = 4;
    private const int MostWordsInName = 5;

    /// <summary>An address whose street word stands at this token, or begins here.</summary>
    /// <param name="window">The tokens.</param>
    /// <param name="index">The token.</param>
    /// <param name="from">Place in the text before which nothing may be taken.</param>
    public static Finding Match(in TokenWindow window, int index, int from)
    {
        ref readonly var token = ref window[index];
        if (token.Has(WordTraits.StreetName) && !token.Has(WordTraits.StreetOrdinary))
        {
            return WithNumber(window, AdjectiveStart(window, index, from), window.ChainEnd(index) + 1, false);
        }

        if (token.Has(WordTraits.StreetHead))
        {
            return BehindHead(window, index, from);
        }

        if (token.Has(WordTraits.StreetOpening) && OpeningAddress(window, index, false) is { IsPresent: true } opening)
        {
            return opening;
        }

        return token.IsCapitalized && !token.Has(WordTraits.StreetOrdinary) ? BeforePostcode(window, index) : default;
    }

    /// <summary>An address behind "wohnhaft", "Adresse:" and the like.</summary>
    public static Finding MatchLabelled(in TokenWindow window, int index)
    {
        var first = -1;
        for (var step = 0; step < 9; step++)
        {
            var position = index + step;
            ref readonly var token = ref window[position];
            if (PostcodeReader.SkipCountry(window, position) > position && MatchPostcode(window, position) is { IsPresent: true } postcode)
            {
                return first >= 0 ? postcode with { Start = window[first].Start } : postcode;
            }

            if (token.IsNumber)
            {
                if (PostcodeReader.IsPostcode(window, position) && PostcodeReader.Read(window, position, false) is var place && place > 0)
                {
                    return new Finding(PersonalDataKind.Address, window[first >= 0 ? first : position].Start, window[place - 1].End);
                }

                return first >= 0 ? WithNumber(window, first, position, false) : default;
            }

            var isName = token.IsWord && (token.IsCapitalized || token.Has(WordTraits.StreetName | WordTraits.StreetHead)) && !token.Has(WordTraits.Month);
            var isBridge = token.Is('-') || token.Is('.') || token.Is(',') || token.Is(':') || token.Has(WordTraits.Article | WordTraits.Particle | WordTraits.StreetOpening | WordTraits.Filler) || token.IsWord;
            if (!isBridge || token.Before > Spacing.Line)
            {
                return default;
            }

            first = isName && first < 0 ? position : token.Is(',') || token.Is(':') || (!isName && token.IsWord && !token.Has(WordTraits.Article)) ? -1 : first;
        }

        return default;
    }

    /// <summary>Postcode and place that begin at this token.</summary>
    public static Finding MatchPostcode(in TokenWindow window, int index)
    {
        var postcode = PostcodeReader.SkipCountry(window, index);
        var end = PostcodeReader.Read(window, postcode, false);
        return end > 0 ? new Finding(PersonalDataKind.Address, window[index].Start, window[end - 1].End) : default;
    }

    /// <summary>"Kölner Straße 5", "Karl-Marx-Allee 3", "Otto Suhr Platz 1", "Straße des 17. Juni 135".</summary>
    private static Finding BehindHead(in TokenWindow window, int index, int from)
    {
        var start = PhraseStart(window, index, from);
        var behind = index + 1;
        if (start == index)
        {
            behind = DedicationEnd(window, index);
            if (behind == index + 1)
            {
                var alone = WithNumber(window, index, behind, true);
                return alone;
            }
        }

        return WithNumber(window, start, behind, false);
    }

    private static int PhraseStart(in TokenWindow window, int index, int from)
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

        return AbbreviationStart(window, start, from);
    }

    /// <summary>"Dr.-Hans-Böckler-Platz", "St.-Augustiner-Str.".</summary>
    private static int AbbreviationStart(in TokenWindow window, int start, int from)
    {
        var isAbbreviated = window[start - 1].Kind == TokenKind.Symbol && CharacterTable.IsHyphen(window[start - 1].Symbol) && window.IsTight(start) && window[start - 2].Is('.')
            && window[start - 3].IsWord && window[start - 3].Start >= from && window[start - 3].Length <= 5;
        return isAbbreviated ? start - 3 : start;
    }

    private static int AdjectiveStart(in TokenWindow window, int index, int from)
    {
        var start = PhraseStart(window, index, from);
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
    private static int DedicationEnd(in TokenWindow window, int index)
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

    /// <summary>"Am Alten Markt 5", "Unter den Linden 77", "In der Aue 3": counts only where the sentence ends with the number.</summary>
    private static Finding OpeningAddress(in TokenWindow window, int index, bool isTrusted)
    {
        var position = index + 1;
        position += window[position].Has(WordTraits.Article) && window[position].Before == Spacing.Blank && !window[position].IsCapitalized ? 1 : 0;
        var names = 0;
        for (; names < 3; names++)
        {
            ref readonly var token = ref window[position];
            if (!token.IsCapitalized || token.Before != Spacing.Blank || token.Has(WordTraits.StreetOrdinary | WordTraits.Month | WordTraits.Unit))
            {
                break;
            }

            position = window.ChainEnd(position) + 1;
        }

        if (names == 0)
        {
            return default;
        }

        var end = HouseNumberReader.Read(window, position, out var hasLetter);
        if (end < 0)
        {
            return default;
        }

        ref readonly var next = ref window[end];
        var isEnd = next.Kind == TokenKind.None || next.Before >= Spacing.Line || next.Symbol is ',' or '.' or ';' or ')' or '!' or '?';
        var hasPostcode = PostcodeReader.ReadBehind(window, end) > 0;
        var isSure = isTrusted || hasPostcode || hasLetter || (isEnd && window[index].IsCapitalized && !window[position - 1].Has(WordTraits.Ordinary | WordTraits.NounEnding)) || AddressLine.IsAlone(window, index, end);
        return isSure ? WithNumber(window, index, position, false) : default;
    }

    /// <summary>Any capitalised word with a number before postcode and place: "Lindenkamp 4, 53111 Bonn".</summary>
    private static Finding BeforePostcode(in TokenWindow window, int index)
    {
        var behind = window.ChainEnd(index) + 1;
        for (var words = 0; words < MostWordsInName && window[behind].IsWord && window[behind].Before == Spacing.Blank
            && (window[behind].IsCapitalized || window[behind].Has(WordTraits.Particle | WordTraits.Article)) && !window[behind].Has(WordTraits.Ordinary); words++)
        {
            behind = window.ChainEnd(behind) + 1;
        }

        var isCandidate = window[behind].IsNumber && window[behind].Length <= 4 && window[behind].Before == Spacing.Blank;
        if (!isCandidate)
        {
            return default;
        }

        var isField = AddressLine.IsFieldName(window, behind - 1) && HouseNumberReader.Read(window, behind, out _) is var end && end > 0 && AddressLine.IsAlone(window, index, end);
        return WithNumber(window, index, behind, !isField);
    }

    private static Finding WithNumber(in TokenWindow window, int start, int behindStreet, bool needsPostcode)
    {
        var behind = HouseNumberReader.Read(window, behindStreet, out _);
        if (behind < 0)
        {
            return default;
        }

        var place = PostcodeReader.ReadBehind(window, behind);
        if (place < 0 && needsPostcode)
        {
            return default;
        }

        var isPlaceBehindComma = place < 0 && window[behind].Is(',') && window[behind + 1].Has(WordTraits.Place) && window[behind + 1].Before <= Spacing.Blank;
        var end = place > 0 ? place : isPlaceBehindComma ? window.ChainEnd(behind + 1) + 1 : behind;
        return new Finding(PersonalDataKind.Address, window[start].Start, window[end - 1].End);
    }
}
