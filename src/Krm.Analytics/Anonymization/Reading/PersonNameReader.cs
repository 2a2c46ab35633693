using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Reading;

/// <summary>Reads a name where the context says that one follows: titles, particles, initials, words tied by hyphens.</summary>
internal static class PersonNameReader
{
    private const int MostParts = 5;
    private const int MostTitles = 6;

    private const WordTraits NeverName = WordTraits.Ordinary | WordTraits.NounEnding | WordTraits.Unit | WordTraits.Institution
        | WordTraits.StreetName | WordTraits.StreetHead | WordTraits.Role | WordTraits.WeakRole | WordTraits.Salutation | WordTraits.Closing | WordTraits.Greeting | WordTraits.Month | WordTraits.Place;

    /// <summary>Reads a name.</summary>
    /// <param name="window">The tokens.</param>
    /// <param name="index">Token at which title or name begin.</param>
    /// <param name="trust">How sure the context is.</param>
    /// <returns>The finding, or an empty one.</returns>
    public static Finding Read(in TokenWindow window, int index, NameTrust trust)
    {
        var first = index;
        var position = SkipTitles(window, index);
        var key = WordHash.Empty;
        var family = 0UL;
        var end = 0;
        var previous = default(Token);
        for (var part = 0; part < MostParts; part++)
        {
            position = part > 0 ? SkipTitles(window, position) : position;
            var afterParticles = SkipParticles(window, position, part > 0 || position > first, part > 0);
            ref readonly var word = ref window[afterParticles];
            if ((position != first || part > 0) && !IsOnLine(window, position, afterParticles))
            {
                break;
            }

            var last = window.ChainEnd(afterParticles);
            var isInitial = IsInitial(window, afterParticles);
            var isName = afterParticles > position && part > 0
                ? IsName(window, afterParticles, last, trust, default)
                : isInitial || IsName(window, afterParticles, last, trust, part == 0 ? default : previous);
            // "Bürger zum Radfahren": behind a role only "von" and its like begin an unlisted name.
            var isBareParticle = afterParticles > position && part == 0 && trust == NameTrust.Role && !word.Has(WordTraits.AnyName)
                && !(window[position].Has(WordTraits.NameParticle) && window[position].Length == 3 && !window.Is(position, "zum") && !window.Is(position, "zur"));
            if (!isName || isBareParticle)
            {
                break;
            }

            last = isInitial ? InitialsEnd(window, afterParticles) : last;

            previous = word;
            end = window[last].End;
            key = Combine(window, afterParticles, last, key);
            family = isInitial && family != 0 ? family : window[window[last].IsWord ? last : afterParticles].Hash;
            position = last + 1;
        }

        return end == 0 || (trust != NameTrust.Salutation && NamedThing.Is(window, position - 1)) ? default : new Finding(PersonalDataKind.Person, window[first].Start, end, key, family);
    }

    /// <summary>True if the word could be a name by itself: written with a capital letter, and no ordinary word.</summary>
    public static bool MayBeName(in TokenWindow window, int index)
    {
        ref readonly var token = ref window[index];
        return token.IsCapitalized && (token.Has(WordTraits.AnyName) || !token.Has(NeverName));
    }

    /// <summary>The dot behind the last of initials tied by hyphens: "K.", "K.-H.".</summary>
    public static int InitialsEnd(in TokenWindow window, int index)
    {
        var end = index + 1;
        while (end < index + 8 && window.IsTight(end + 1) && window[end + 1].IsHyphen
            && window.IsTight(end + 2) && IsInitial(window, end + 2))
        {
            end += 3;
        }

        return end;
    }

    /// <summary>Behind "v.", "v. d.", "v. u. z." before a capitalised word; the index itself if there is none.</summary>
    public static int SkipAbbreviatedParticles(in TokenWindow window, int index)
    {
        var position = index;
        while (position < index + 6 && window[position].Length == 1 && window[position].Shape == WordShape.Lower && window[position].Before <= Spacing.Blank && window[position + 1].Is('.') && window.IsTight(position + 1)
            && (position == index ? window.Is(position, "v") : window.Is(position, "d") || window.Is(position, "u") || window.Is(position, "z")))
        {
            position += 2;
        }

        return window[position].IsCapitalized && window[position].Before <= Spacing.Blank ? position : index;
    }

    private static int SkipTitles(in TokenWindow window, int index)
    {
        for (var steps = 0; steps < MostTitles; steps++)
        {
            ref readonly var token = ref window[index];
            if (!token.IsWord || !token.Has(WordTraits.Title) || (steps > 0 && token.Before > Spacing.Blank))
            {
                break;
            }

            // "Graf" and "Prinz" alone are last names: a title only if a name follows.
            var next = index + 1;
            next += window[next].Is('.') ? 1 : 0;
            next += window[next].IsHyphen && window.IsTight(next) ? 1 : 0;
            if (token.Has(WordTraits.AnyName) && !(window[next].IsCapitalized || window[next].Has(WordTraits.Particle)))
            {
                break;
            }

            index = next;
        }

        return index;
    }

    /// <summary>"von und zu" begins with "von"; inside a name no article begins: "Frau Meier der Stadt".</summary>
    private static bool MayBegin(in TokenWindow window, int index, int steps, bool isInside) =>
        steps > 0 || (!window.Is(index, "und") && (!isInside || (window[index].Has(WordTraits.NameParticle) && window[index].Length <= 5 && !window.Is(index, "zu") && !window.Is(index, "zum") && !window.Is(index, "zur"))));

    private static int SkipParticles(in TokenWindow window, int index, bool mayFollow, bool isInside)
    {
        var position = SkipAbbreviatedParticles(window, index);
        if (position > index)
        {
            return position;
        }

        for (var steps = 0; steps < 3; steps++)
        {
            ref readonly var token = ref window[position];
            if (!token.IsWord || !token.Has(WordTraits.Particle) || (token.Before > Spacing.Blank && (mayFollow || steps > 0)) || !MayBegin(window, position, steps, isInside))
            {
                break;
            }

            position++;
            position += window[position].Is('-') && window.IsTight(position) && window.IsTight(position + 1) ? 1 : 0;
        }

        return window[position].IsCapitalized || window[position].Shape == WordShape.Initial ? position : index;
    }

    private static bool IsOnLine(in TokenWindow window, int from, int to)
    {
        for (var index = from; index <= to; index++)
        {
            if (window[index].Before > Spacing.Blank)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsInitial(in TokenWindow window, int index) =>
        window[index].IsWord && window[index].Shape == WordShape.Initial && (window[index + 1].Is('.') && window.IsTight(index + 1));

    private static bool IsName(in TokenWindow window, int first, int last, NameTrust trust, in Token previous)
    {
        ref readonly var word = ref window[first];
        if (!word.IsWord)
        {
            return false;
        }

        var isListed = word.Has(WordTraits.AnyName);
        if (!isListed && (word.Label != LabelKind.None || (word.Shape == WordShape.Mixed && trust != NameTrust.Salutation)))
        {
            return false;
        }

        if (word.Shape == WordShape.Lower)
        {
            return trust != NameTrust.Role && (isListed ? word.Has(WordTraits.ClearName) && (last == first || IsChainOfNames(window, first, last) || trust == NameTrust.Salutation) : SmallLetters.IsFamilyName(window, first, last, previous));
        }

        if (word.Shape == WordShape.Initial)
        {
            return trust == NameTrust.Salutation && previous.Kind == TokenKind.None;
        }

        if (last > first && window[last].Has(NeverName) && !window[last].Has(WordTraits.AnyName) && !CannotBeStreet(window, last, last))
        {
            return false;
        }

        // "Herr Müller Straße 5": the name of a street, not of the person spoken to.
        if (previous.Kind == TokenKind.None)
        {
            var never = trust == NameTrust.Salutation ? NeverName & ~WordTraits.NounEnding : NeverName;
            never = CannotBeStreet(window, first, last) ? never & ~WordTraits.StreetName : never;
            return isListed || !(word.Has(never) || (trust == NameTrust.Role && word.Shape == WordShape.Upper && word.Length <= 4));
        }

        // "K. Jellinghaus", "Ilja Marl": behind an initial or a first name the word may end like a noun or be a place.
        var isBehindGiven = trust != NameTrust.Role && (previous.Shape == WordShape.Initial || previous.Has(WordTraits.FirstName));
        if (isBehindGiven && !isListed)
        {
            var surely = WordTraits.NounEnding | WordTraits.Place | (CannotBeStreet(window, first, last) ? WordTraits.StreetName : WordTraits.None);
            return !word.Has((NeverName & ~surely) | WordTraits.Article | WordTraits.Conjunction);
        }

        return isListed ? !(word.Has(WordTraits.Ordinary) && !word.Has(WordTraits.ClearName) && !previous.Has(WordTraits.AnyFirstName) && previous.Shape != WordShape.Initial) : !word.Has(NeverName) && !word.Has(WordTraits.Article | WordTraits.Conjunction);
    }

    /// <summary>"Frau Steinkamp", "Herr Schlechtweg": names that end like streets, where no house number follows.</summary>
    public static bool CannotBeStreet(in TokenWindow window, int first, int last)
    {
        if (window[first].Traits != WordTraits.StreetName || !window[first].IsCapitalized || window[last + 1].IsNumber)
        {
            return false;
        }

        var word = window.TextOf(window[last]);
        return !(word.EndsWith("straße") || word.EndsWith("strasse") || word.EndsWith("str") || word.EndsWith("allee") || word.EndsWith("gasse") || word.EndsWith("platz") || word.EndsWith("chaussee") || word.EndsWith("promenade"));
    }

    private static bool IsChainOfNames(in TokenWindow window, int first, int last)
    {
        for (var index = first; index <= last; index += 2)
        {
            if (!window[index].Has(WordTraits.ClearName))
            {
                return false;
            }
        }

        return true;
    }

    private static ulong Combine(in TokenWindow window, int first, int last, ulong key)
    {
        for (var index = first; index <= last; index++)
        {
            key = window[index].IsWord ? WordHash.Join(key, window[index].Hash) : key;
        }

        return key;
    }
}
