using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>Names that the name lists know, without a salutation before them.</summary>
internal static class NameListRecognizer
{
    private const int MostParts = 4;

    /// <summary>A listed name that begins at this token.</summary>
    public static Finding Match(in TokenWindow window, int index)
    {
        ref readonly var token = ref window[index];
        if (token.Shape == WordShape.Lower)
        {
            return AllSmall(window, index);
        }

        if (!token.IsCapitalized || window.IsHyphenatedWithPrevious(index) || IsBehindSaint(window, index))
        {
            return default;
        }

        var last = window.ChainEnd(index);
        if (!IsNameChain(window, index, last) || NamedThing.Is(window, last))
        {
            return default;
        }

        return token.Has(WordTraits.AnyFirstName) ? FromFirstName(window, index, last) : FromLastName(window, index, last);
    }

    /// <summary>"A. Müller", "J. R. Schmidt": initials before a listed last name.</summary>
    public static Finding MatchInitial(in TokenWindow window, int index)
    {
        var position = index;
        for (var steps = 0; steps < 3 && window[position].IsWord && window[position].Shape == WordShape.Initial && window[position + 1].Is('.') && window.IsTight(position + 1)
            && (steps == 0 || window[position].Before <= Spacing.Blank); steps++)
        {
            position = PersonNameReader.InitialsEnd(window, position) + 1;
        }

        var last = window.ChainEnd(position);
        var isName = position > index && window[position].IsCapitalized && window[position].Has(WordTraits.LastName) && window[position].Before <= Spacing.Blank
            && IsUnlistedChain(window, position, last) && !NamedThing.Is(window, last);
        return isName ? Found(window, index, last) : default;
    }

    /// <summary>"Wolpers, Sven" with a line to itself, where no list knows the last name.</summary>
    public static Finding MatchReversed(in TokenWindow window, int index)
    {
        var last = window.ChainEnd(index);
        ref readonly var given = ref window[last + 2];
        var isReversed = window[last + 1].Is(',') && given.Has(WordTraits.FirstName) && given.IsCapitalized && given.Before == Spacing.Blank && IsUnlistedChain(window, index, last);
        if (!isReversed)
        {
            return default;
        }

        var end = window.ChainEnd(last + 2);
        ref readonly var after = ref window[end + 1];
        return after.Kind is TokenKind.None or TokenKind.Symbol || after.Before >= Spacing.Line ? Found(window, index, end) : default;
    }

    /// <summary>"thomas müller": in small letters both names must be listed and no ordinary words.</summary>
    private static Finding AllSmall(in TokenWindow window, int index)
    {
        var given = window.ChainEnd(index);
        var last = window.ChainEnd(given + 1);
        ref readonly var family = ref window[given + 1];
        var isName = window[index].Has(WordTraits.FirstName) && window[given].Has(WordTraits.FirstName) && family.Has(WordTraits.LastName) && family.Before == Spacing.Blank && IsNameChain(window, given + 1, last)
            && !NamedThing.Is(window, last) && !window.IsHyphenatedWithPrevious(index);
        return isName ? Found(window, index, last) : default;
    }

    private static Finding FromFirstName(in TokenWindow window, int index, int last)
    {
        var end = last;
        var hasFamily = false;
        for (var part = 0; part < MostParts; part++)
        {
            var next = NextPart(window, end + 1, out var isFamily);
            if (next == 0)
            {
                break;
            }

            hasFamily |= isFamily;
            end = next;
            if (NamedThing.Is(window, end))
            {
                return default;
            }
        }

        // "Thomas M.": what is left of the last name goes too.
        ref readonly var initial = ref window[end + 1];
        var isShortened = !hasFamily && initial.IsWord && initial.Shape == WordShape.Initial && initial.Before == Spacing.Blank && window[end + 2].Is('.') && window.IsTight(end + 2);
        end = isShortened ? end + 1 : end;
        var isName = window[index].Has(WordTraits.FirstName) || (end > last && (hasFamily || isShortened));
        return isName ? Found(window, index, end) : FromLastName(window, index, last);
    }

    /// <summary>The next word of the name, over initials and particles; 0 if none follows.</summary>
    private static int NextPart(in TokenWindow window, int index, out bool isFamily)
    {
        isFamily = false;
        var position = index;
        if (window[position].Shape == WordShape.Initial && window[position].IsWord && window[position].Before == Spacing.Blank && window[position + 1].Is('.'))
        {
            position += 2;
        }

        for (var steps = 0; steps < 3 && window[position].Has(WordTraits.NameParticle | WordTraits.Article) && window[position].Has(WordTraits.Particle)
            && window[position].Before == Spacing.Blank; steps++)
        {
            if (steps == 0 && !window[position].Has(WordTraits.NameParticle))
            {
                return 0;
            }

            position++;
            position += window.IsTight(position) && window[position].IsHyphen && window.IsTight(position + 1) ? 1 : 0;
        }

        position = PersonNameReader.SkipAbbreviatedParticles(window, position);
        var hasParticle = position > index;
        ref readonly var word = ref window[position];
        if (word.Before > Spacing.Blank || !PersonNameReader.MayBeName(window, position) || word.Has(WordTraits.Article))
        {
            return 0;
        }

        var last = window.ChainEnd(position);
        if (!IsNameChain(window, position, last) && !IsUnlistedChain(window, position, last))
        {
            return 0;
        }

        isFamily = hasParticle || word.Has(WordTraits.AnyLastName) || !word.Has(WordTraits.AnyFirstName);
        return IsListedOrFamily(window, index, word, hasParticle) ? last : 0;
    }

    private static bool IsListedOrFamily(in TokenWindow window, int index, in Token word, bool hasParticle)
    {
        if (word.Has(WordTraits.AnyName) || hasParticle)
        {
            return true;
        }

        // A clear first name and one unlisted capitalised word: "Swantje Xylander", not "Peter ADFC".
        return word.Shape == WordShape.Capitalized && (window[index - 1].Has(WordTraits.FirstName) || IsPatronymic(window, index - 1));
    }

    /// <summary>"Petrowitsch", "Iwanowna": the father's name between first and last name.</summary>
    private static bool IsPatronymic(in TokenWindow window, int index)
    {
        var word = window.TextOf(window[index]);
        return word.EndsWith("witsch") || word.EndsWith("vich") || word.EndsWith("wna") || word.EndsWith("vna");
    }

    private static Finding FromLastName(in TokenWindow window, int index, int last)
    {
        ref readonly var token = ref window[index];
        if (!token.Has(WordTraits.AnyLastName))
        {
            return default;
        }

        // "Müller, Hans" and "Müller Hans", as forms have it.
        var comma = window[last + 1].Is(',') ? 1 : 0;
        ref readonly var given = ref window[last + 1 + comma];
        var chainEnd = window.ChainEnd(last + 1 + comma);
        var isReversed = given.Has(WordTraits.FirstName) && given.IsCapitalized && given.Before == Spacing.Blank && !window.IsHyphenatedWithNext(chainEnd)
            && IsNameChain(window, last + 1 + comma, chainEnd) && !NamedThing.Is(window, chainEnd) && (comma == 1 || (token.Has(WordTraits.LastName) && !given.Has(WordTraits.AnyLastName)));
        if (isReversed)
        {
            return Found(window, index, chainEnd);
        }

        return token.Has(WordTraits.LastName) ? Found(window, index, last) : default;
    }

    private static Finding Found(in TokenWindow window, int first, int last)
    {
        var key = WordHash.Empty;
        for (var index = first; index <= last; index++)
        {
            key = window[index].IsWord ? WordHash.Join(key, window[index].Hash) : key;
        }

        return new Finding(PersonalDataKind.Person, window[first].Start, window[last].End, key, window[last].Hash);
    }

    private static bool IsBehindSaint(in TokenWindow window, int index) =>
        window[index - 1].Has(WordTraits.Saint) || (window[index - 1].Is('.') && window[index - 2].Has(WordTraits.Saint));

    private static bool IsNameChain(in TokenWindow window, int first, int last)
    {
        for (var index = first; index <= last; index += 2)
        {
            if (!window[index].Has(WordTraits.AnyName | WordTraits.NameParticle))
            {
                return false;
            }
        }

        return !window[last].Has(WordTraits.NameParticle) || window[last].Has(WordTraits.AnyName);
    }

    private static bool IsUnlistedChain(in TokenWindow window, int first, int last)
    {
        for (var index = first; index <= last; index += 2)
        {
            if (!PersonNameReader.MayBeName(window, index))
            {
                return false;
            }
        }

        return true;
    }
}
