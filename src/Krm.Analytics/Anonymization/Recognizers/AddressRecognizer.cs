using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>Postal addresses: street with house number, postcode with place, or both as one.</summary>
/// <remarks>A street without house number stays: it is what most complaints are about.</remarks>
internal static class AddressRecognizer
{
    private const int MostWordsInName = 5;
    private const int ShortestPlace = 4;
    private const int ShortestUnlistedStreet = 7;

    /// <summary>An address whose street word stands at this token, or begins here.</summary>
    /// <param name="window">The tokens.</param>
    /// <param name="index">The token.</param>
    /// <param name="from">Place in the text before which nothing may be taken.</param>
    public static Finding Match(in TokenWindow window, int index, int from)
    {
        ref readonly var token = ref window[index];
        if (token.Has(WordTraits.StreetName) && !token.Has(WordTraits.StreetOrdinary))
        {
            return WithNumber(window, StreetPhrase.AdjectiveStart(window, index, from), window.ChainEnd(index) + 1, false);
        }

        if (token.Has(WordTraits.StreetHead))
        {
            return BehindHead(window, index, from);
        }

        if (token.IsCapitalized && StreetPhrase.IsTiedHead(window, index, from, out var phrase))
        {
            return WithNumber(window, phrase, index + 1, false);
        }

        if (token.Has(WordTraits.StreetOpening) && OpeningAddress(window, index, false) is { IsPresent: true } opening)
        {
            return opening;
        }

        var mayBegin = token.IsCapitalized && !token.Has(WordTraits.StreetOrdinary) && (!token.Has(WordTraits.Article) || token.Has(WordTraits.StreetOpening));
        return mayBegin ? BeforePostcode(window, index) : default;
    }

    /// <summary>An address behind "wohnhaft", "Adresse:" and the like.</summary>
    public static Finding MatchLabelled(in TokenWindow window, int index)
    {
        var first = 0;
        for (var step = 0; step < 9; step++)
        {
            var position = index + step;
            ref readonly var token = ref window[position];
            if (PostcodeReader.SkipCountry(window, position) > position && MatchPostcode(window, position) is { IsPresent: true } postcode)
            {
                return first > 0 ? postcode with { Start = window[first].Start } : postcode;
            }

            if (token.IsNumber)
            {
                if (PostcodeReader.IsPostcode(window, position) && PostcodeReader.Read(window, position, true) is var place && place > 0)
                {
                    return new Finding(PersonalDataKind.Address, window[first > 0 ? first : position].Start, window[place - 1].End);
                }

                return first > 0 ? WithNumber(window, first, position, false) : default;
            }

            var isName = token.IsWord && (token.IsCapitalized || token.Has(WordTraits.StreetName | WordTraits.StreetHead)) && !token.Has(WordTraits.Month);
            var isBridge = token.Is('-') || token.Is('.') || token.Is(',') || token.Is(':') || token.Has(WordTraits.Article | WordTraits.Particle | WordTraits.StreetOpening | WordTraits.Filler) || token.IsWord;
            if (!isBridge || token.Before > Spacing.Line)
            {
                return default;
            }

            first = isName && first == 0 ? position : window.IsTight(position) && !token.Is(',') && !token.Is(':') ? first : token.Is(',') || token.Is(':') || (!isName && token.IsWord && !token.Has(WordTraits.Article)) ? 0 : first;
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
        var start = StreetPhrase.Start(window, index, from);
        var behind = index + 1;
        if (start == index)
        {
            behind = StreetPhrase.DedicationEnd(window, index);
            if (behind == index + 1)
            {
                var alone = WithNumber(window, index, behind, true);
                return alone;
            }
        }

        return WithNumber(window, start, behind, false);
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

        // "an RZBAAT2L": digits inside a code are no house number.
        if (names == 0 || (window[position - 1].Shape == WordShape.Upper && window.IsTight(position)))
        {
            return default;
        }

        var end = HouseNumberReader.Read(window, position, out var hasLetter);
        if (end == 0)
        {
            return default;
        }

        ref readonly var next = ref window[end];
        var isEnd = next.Kind == TokenKind.None || next.Before >= Spacing.Line || next.Symbol is ',' or '.' or ';' or ')' or '!' or '?';
        var hasPostcode = PostcodeReader.ReadBehind(window, end) > 0;
        var isField = window[index].IsCapitalized && AddressLine.IsFieldName(window, position - 1, true);
        var isSure = isTrusted || hasPostcode || isField || (window[index].IsCapitalized && window[position].Has(WordTraits.NumberWord)) || hasLetter || (isEnd && window[index].IsCapitalized && !window[position - 1].Has(WordTraits.Ordinary | WordTraits.NounEnding)) || AddressLine.IsAlone(window, index, end);
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

        var isNumbered = window[behind].Has(WordTraits.NumberWord) && AddressLine.IsFieldName(window, behind - 1) && behind == window.ChainEnd(index) + 1;
        if (isNumbered)
        {
            return WithNumber(window, index, behind, false);
        }

        var isCandidate = window[behind].IsNumber && window[behind].Length <= 4 && window[behind].Before == Spacing.Blank;
        if (!isCandidate)
        {
            return default;
        }

        if (IsUnmistakable(window, index, behind))
        {
            return WithNumber(window, index, behind, false);
        }

        var isField = AddressLine.IsFieldName(window, behind - 1) && HouseNumberReader.Read(window, behind, out _) is var end && end > 0 && AddressLine.IsAlone(window, index, end);
        return WithNumber(window, index, behind, !isField);
    }

    /// <summary>"Längsleimbach 78a", "Kochergarten 168-170", "Ratherkämp 141 b": nothing but a house number goes on like this.</summary>
    private static bool IsUnmistakable(in TokenWindow window, int index, int number)
    {
        ref readonly var street = ref window[number - 1];
        var end = HouseNumberReader.Read(window, number, out var hasLetter);
        // "4x" says how often, "32U 423763" is a grid.
        var hasTightLetter = hasLetter && window.IsTight(number + 1) && (window.CharacterAt(window[number + 1].Start) | 0x20) is >= 'a' and <= 'h' && !window[end].IsNumber;
        return end > 0 && hasTightLetter && number == window.ChainEnd(index) + 1 && street.Length >= ShortestUnlistedStreet && street.Shape == WordShape.Capitalized && street.Label == LabelKind.None
            && !street.Has(WordTraits.Ordinary | WordTraits.NounEnding | WordTraits.Unit | WordTraits.StreetOrdinary | WordTraits.Institution | WordTraits.Role | WordTraits.WeakRole | WordTraits.AnyName | WordTraits.NumberWord | WordTraits.Month);
    }

    private static Finding WithNumber(in TokenWindow window, int start, int behindStreet, bool needsPostcode)
    {
        var behind = HouseNumberReader.Read(window, behindStreet, out _);
        if (behind == 0)
        {
            return default;
        }

        var place = PostcodeReader.ReadBehind(window, behind);
        if (place == 0 && needsPostcode)
        {
            return default;
        }

        var isPlaceBehindComma = place == 0 && window[behind].Is(',') && IsPlaceBehindComma(window, behind + 1);
        var end = place > 0 ? place : isPlaceBehindComma ? window.ChainEnd(behind + 1) + 1 : behind;
        return new Finding(PersonalDataKind.Address, window[start].Start, window[end - 1].End);
    }

    /// <summary>"Birkenweg 7, Nürtingen": a listed place, or a capitalised word with which the line or sentence ends.</summary>
    private static bool IsPlaceBehindComma(in TokenWindow window, int index)
    {
        ref readonly var place = ref window[index];
        ref readonly var after = ref window[window.ChainEnd(index) + 1];
        var endsHere = after.Kind == TokenKind.None || after.Before >= Spacing.Line || after.Symbol is '.' or ',' or ';' or ')';
        return place.Before <= Spacing.Blank
            && (place.Has(WordTraits.Place) || (endsHere && place.Length >= ShortestPlace && place.Shape == WordShape.Capitalized && place.Label == LabelKind.None
                && !place.Has(WordTraits.Ordinary | WordTraits.NounEnding | WordTraits.AnyName | WordTraits.StreetName | WordTraits.StreetHead | WordTraits.Unit | WordTraits.Institution | WordTraits.Closing | WordTraits.Greeting)));
    }
}
