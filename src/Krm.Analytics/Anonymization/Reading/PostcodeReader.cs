using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Reading;

/// <summary>Reads postcode and place: "53111 Bonn", "D-60311 Frankfurt am Main".</summary>
internal static class PostcodeReader
{
    private const int PostcodeLength = 5;
    private const int ShortestSmallPlace = 4;

    private static readonly string[] Openings =
    [
        "Bad", "Sankt", "St", "Neu", "Alt", "Markt", "Groß", "Klein", "Hohen", "Schwäbisch", "Nord", "Süd", "Ost", "West", "Ober", "Unter", "Nieder", "Hansestadt", "Lutherstadt", "Landeshauptstadt", "Stadt",
    ];

    /// <summary>Reads postcode and place.</summary>
    /// <param name="window">The tokens.</param>
    /// <param name="index">Token of the postcode.</param>
    /// <param name="isBehindStreet">True behind a house number, where any capitalised word is a place.</param>
    /// <returns>Index of the token behind the place, or 0 if there is none.</returns>
    public static int Read(in TokenWindow window, int index, bool isBehindStreet)
    {
        if (!IsPostcode(window, index))
        {
            return 0;
        }

        var next = index + 1;
        next += window[next].Is(',') && window[next + 1].Has(WordTraits.Place) ? 1 : 0;
        ref readonly var place = ref window[next];
        if (!place.IsWord || place.Before > Spacing.Blank || (place.Before == Spacing.None && next == index + 1))
        {
            return isBehindStreet ? index + 1 : 0;
        }

        if (!IsPlace(window, next, index, isBehindStreet))
        {
            return isBehindStreet ? index + 1 : 0;
        }

        return PlaceEnd(window, next);
    }

    /// <summary>Reads postcode and place behind a house number, over a comma, a line break or a country letter; 0 if none follows.</summary>
    public static int ReadBehind(in TokenWindow window, int index)
    {
        var position = index;
        for (var steps = 0; steps < 3; steps++)
        {
            ref readonly var token = ref window[position];
            var isBridge = token.Is(',') || token.Is(';') || token.Is('/') || token.Is('|') || token.Is('·') || token.IsHyphen
                || (token.Is('(') && steps == 0) || (window.Is(position, "in") && token.Before == Spacing.Blank);
            if (!isBridge)
            {
                break;
            }

            position++;
        }

        var end = Read(window, SkipCountry(window, position), true);
        return end > 0 && window[end].Is(')') && window[index].Is('(') ? end + 1 : end;
    }

    /// <summary>Index of the postcode behind "D-" or "DE-", or the index itself.</summary>
    public static int SkipCountry(in TokenWindow window, int index)
    {
        var isCountry = (window.Is(index, "D") || window.Is(index, "DE")) && window[index + 1].IsHyphen;
        if (isCountry)
        {
            return index + 2;
        }

        var isBare = window.Is(index, "D") && window[index].Shape == WordShape.Initial && IsPostcode(window, index + 1) && window[index + 1].Before == Spacing.Blank;
        return isBare ? index + 1 : index;
    }

    /// <summary>True if the token has the form of a German postcode and is no round quantity.</summary>
    public static bool IsPostcode(in TokenWindow window, int index)
    {
        ref readonly var token = ref window[index];
        if (!token.IsNumber || token.Length != PostcodeLength)
        {
            return false;
        }

        var digits = window.TextOf(token);
        return !digits.EndsWith("000") && !(digits[0] == '0' && digits[1] == '0') && CompactReader.IsNumberStart(window.Text, token.Start);
    }

    private static bool IsPlace(in TokenWindow window, int place, int postcode, bool isBehindStreet)
    {
        ref readonly var token = ref window[place];
        if (token.Has(WordTraits.Place))
        {
            return true;
        }

        if (token.Shape == WordShape.Lower && isBehindStreet)
        {
            return token.Length >= ShortestSmallPlace && token.Label == LabelKind.None && window[place + 1] is var after
                && (after.Kind == TokenKind.None || after.Before >= Spacing.Line || after.Symbol is '.' or ',' or ';' or ')' or '-')
                && !token.Has(WordTraits.Ordinary | WordTraits.Filler | WordTraits.Unit | WordTraits.Article | WordTraits.Conjunction);
        }

        if (token.Shape is WordShape.Lower or WordShape.Initial or WordShape.Mixed || token.Has(WordTraits.Unit))
        {
            return false;
        }

        if (IsOpening(window, place) && window[place + 1] is { IsCapitalized: true, Before: Spacing.Blank } second && !second.Has(WordTraits.Ordinary | WordTraits.NounEnding | WordTraits.Unit))
        {
            return true;
        }

        // "rund 12345 Unterschriften": a small word before it makes it a quantity, unless the word says where.
        ref readonly var before = ref window[postcode - 1];
        var isQuantity = before.Kind == TokenKind.Placeholder || (before.IsWord && window[postcode].Before == Spacing.Blank && before.Shape == WordShape.Lower
            && !window.Is(postcode - 1, "in") && !window.Is(postcode - 1, "aus") && !window.Is(postcode - 1, "nach"));
        return isBehindStreet || ((!isQuantity || PlaceEnding.Has(window.TextOf(window[window.ChainEnd(place)]))) && !token.Has(WordTraits.Ordinary | WordTraits.NounEnding));
    }

    /// <summary>"Bad", "Neu", "Schwäbisch": the first word of names of two.</summary>
    private static bool IsOpening(in TokenWindow window, int place)
    {
        foreach (var opening in Openings)
        {
            if (window.Is(place, opening))
            {
                return true;
            }
        }

        return false;
    }

    private static int PlaceEnd(in TokenWindow window, int place)
    {
        var end = window.ChainEnd(place) + 1;
        if (IsOpening(window, place))
        {
            end += window[end].Is('.') ? 1 : 0;
            end = window[end].IsCapitalized && window[end].Before <= Spacing.Blank ? window.ChainEnd(end) + 1 : end;
        }

        end = River(window, end);

        // "Rastede OT Loy": the part of the municipality.
        var isPart = window.Is(end, "OT") && window[end].Before == Spacing.Blank && window[end + 1].IsCapitalized && window[end + 1].Before == Spacing.Blank;
        return isPart ? window.ChainEnd(end + 1) + 1 : end;
    }

    /// <summary>"am Main", "an der Ruhr", "a. d. Lahn", "(Saar)", "/Westf."</summary>
    private static int River(in TokenWindow window, int index)
    {
        if ((window[index].Is('(') || window[index].Is('/')) && window[index + 1].IsCapitalized && window.IsTight(index + 1) && window[index].Before <= Spacing.Blank)
        {
            var close = index + 2 + (window[index + 2].Is('.') ? 1 : 0);
            return window[index].Is('/') ? index + 2 : window[close].Is(')') ? close + 1 : index;
        }

        var position = index;
        for (var steps = 0; steps < 4; steps++)
        {
            ref readonly var token = ref window[position];
            var isSmall = window.Is(position, "am") || window.Is(position, "an") || window.Is(position, "der") || window.Is(position, "im") || window.Is(position, "ob")
                || window.Is(position, "vor") || (token.IsWord && token.Length == 1 && window[position + 1].Is('.'));
            if (!isSmall || token.Before > Spacing.Blank)
            {
                break;
            }

            position += window[position + 1].Is('.') ? 2 : 1;
        }

        ref readonly var river = ref window[position];
        return position > index && river.IsCapitalized && river.Before <= Spacing.Blank && !river.Has(WordTraits.Ordinary) ? window.ChainEnd(position) + 1 : index;
    }
}
