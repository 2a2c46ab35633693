using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Reading;

/// <summary>Names that no list knows, in texts written in small letters throughout: only the words around them tell.</summary>
internal static class SmallLetters
{
    private const int ShortestName = 3;
    private const int MostWordsOnLine = 3;

    private const WordTraits Never = WordTraits.Ordinary | WordTraits.NounEnding | WordTraits.Unit | WordTraits.Institution | WordTraits.StreetName | WordTraits.StreetHead | WordTraits.Role
        | WordTraits.WeakRole | WordTraits.Salutation | WordTraits.Closing | WordTraits.ClosingFiller | WordTraits.Greeting | WordTraits.Month | WordTraits.Place | WordTraits.Article
        | WordTraits.Conjunction | WordTraits.Filler | WordTraits.Particle | WordTraits.StreetOpening;

    /// <summary>"sven wolpers": a word behind a listed first name, if the sentence ends with it or goes on with "und".</summary>
    /// <param name="window">The tokens.</param>
    /// <param name="first">First token of the word.</param>
    /// <param name="last">Last token, if hyphens tie several.</param>
    /// <param name="previous">The part of the name before it.</param>
    public static bool IsFamilyName(in TokenWindow window, int first, int last, in Token previous)
    {
        ref readonly var after = ref window[last + 1];
        var isEnd = after.Kind == TokenKind.None || after.Before >= Spacing.Line || (after.Kind == TokenKind.Symbol && !after.IsHyphen) || after.Has(WordTraits.Conjunction);
        return previous.Has(WordTraits.FirstName) && previous.Shape == WordShape.Lower && isEnd && MayBeName(window, first);
    }

    /// <summary>One to three words that have the line below a closing to themselves: "mfg", "sven wolpers".</summary>
    public static Finding OnOwnLine(in TokenWindow window, int index)
    {
        if (window[index].Before < Spacing.Line)
        {
            return default;
        }

        var key = WordHash.Empty;
        var position = index;
        for (var words = 0; words < MostWordsOnLine && (words == 0 || window[position].Before <= Spacing.Blank) && MayBeName(window, position); words++)
        {
            var last = window.ChainEnd(position);
            key = WordHash.Join(key, window[last].Hash);
            position = last + 1;
        }

        ref readonly var after = ref window[position];
        var isLine = position > index && (after.Kind == TokenKind.None || after.Before >= Spacing.Line);
        return isLine ? new Finding(PersonalDataKind.Person, window[index].Start, window[position - 1].End, key) : default;
    }

    /// <summary>"sehr geehrte frau wolpers", "von herrn wolpers": a word behind a salutation in small letters.</summary>
    /// <param name="window">The tokens.</param>
    /// <param name="salutation">Token of the salutation.</param>
    /// <param name="index">Token behind it, over a dot.</param>
    public static Finding AfterSalutation(in TokenWindow window, int salutation, int index)
    {
        ref readonly var before = ref window[salutation - 1];
        if (window[salutation].Shape != WordShape.Lower || window[index].Before != Spacing.Blank || !MayBeName(window, index))
        {
            return default;
        }

        // "meine frau sagte", "der herr kam": spoken of, not named; behind a greeting any word is a name.
        var isGreeted = before.Has(WordTraits.Greeting);
        var isNamed = isGreeted || !(before.Has(WordTraits.Article) || IsPossessive(window, salutation - 1) || EndsLikeVerb(window, index));
        var last = window.ChainEnd(index);
        return isNamed ? new Finding(PersonalDataKind.Person, window[index].Start, window[last].End, WordHash.Join(WordHash.Empty, window[last].Hash)) : default;
    }

    private static bool MayBeName(in TokenWindow window, int index)
    {
        ref readonly var token = ref window[index];
        return token.IsWord && token.Shape == WordShape.Lower && token.Length >= ShortestName && token.Label == LabelKind.None && (token.Has(WordTraits.ClearName) || !token.Has(Never));
    }

    private static bool IsPossessive(in TokenWindow window, int index)
    {
        var word = window.TextOf(window[index]);
        return word.StartsWith("mein") || word.StartsWith("dein") || word.StartsWith("sein") || word.StartsWith("ihre") || word.StartsWith("unser") || word.StartsWith("eure");
    }

    private static bool EndsLikeVerb(in TokenWindow window, int index) =>
        !window[index].Has(WordTraits.AnyName) && window.TextOf(window[index]) is [.., 't'] or [.., 't', 'e'] or [.., 'e', 'n'];
}
