using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>Names after "Herr", "Frau", "Familie", after a role word, after "Name:" and in greetings.</summary>
internal static class SalutationRecognizer
{
    private const int MostRoles = 3;
    private const int MostTokensOfSeveral = 10;

    /// <summary>A name after the salutation, title or role at this token.</summary>
    public static Finding Match(in TokenWindow window, int index)
    {
        ref readonly var token = ref window[index];
        if (token.Has(WordTraits.Salutation))
        {
            return AfterSalutation(window, index);
        }

        if (token.Has(WordTraits.Greeting))
        {
            return AfterGreeting(window, index);
        }

        if (token.Has(WordTraits.Title) && IsAcademic(window, index))
        {
            return PersonNameReader.Read(window, index, NameTrust.Role);
        }

        return token.Has(WordTraits.Role | WordTraits.WeakRole) ? AfterRole(window, index) : default;
    }

    /// <summary>A name behind a label: "Name: Meier, Hans", "ich heiße Hans Meier".</summary>
    public static Finding MatchLabelled(in TokenWindow window, int index)
    {
        var name = PersonNameReader.Read(window, index, NameTrust.Salutation);
        if (!name.IsPresent)
        {
            return default;
        }

        var next = window.TokenAt(index, name.End);
        if (!window[next].Is(',') || !window[next + 1].Has(WordTraits.AnyFirstName) || window[next + 1].Before > Spacing.Blank)
        {
            return name;
        }

        var given = PersonNameReader.Read(window, next + 1, NameTrust.Signature);
        return given.IsPresent ? name with { End = given.End, Key = WordHash.Join(given.Key, name.Key) } : name;
    }

    private static Finding AfterSalutation(in TokenWindow window, int index)
    {
        var next = index + 1;
        next += window[next].Is('.') ? 1 : 0;
        for (var roles = 0; roles < MostRoles && window[next].Has(WordTraits.Role | WordTraits.WeakRole) && !window[next].Has(WordTraits.AnyName) && window.IsOnSameLine(next); roles++)
        {
            next++;
        }

        if (window[next].Before > Spacing.Blank)
        {
            return default;
        }

        return PersonNameReader.Read(window, next, NameTrust.Salutation) is { IsPresent: true } name ? name : SmallLetters.AfterSalutation(window, index, next);
    }

    /// <summary>"die Herren Wolpers und Saathoff": the further names behind a salutation of several.</summary>
    public static Finding MatchFurther(in TokenWindow window, int index)
    {
        if (!PersonNameReader.MayBeName(window, index))
        {
            return default;
        }

        for (var step = 2; step <= MostTokensOfSeveral; step++)
        {
            if (window[index - step].Has(WordTraits.Salutation))
            {
                return window.Is(index - step, "Herren") ? PersonNameReader.Read(window, index, NameTrust.Role) : default;
            }
        }

        return default;
    }

    private static Finding AfterGreeting(in TokenWindow window, int index)
    {
        ref readonly var name = ref window[index + 1];
        if (name.Before != Spacing.Blank || !name.Has(WordTraits.AnyFirstName) || name.Has(WordTraits.Salutation))
        {
            return default;
        }

        var isEnd = window[window.ChainEnd(index + 1) + 1] is var after && (after.Is(',') || after.Is('!') || after.Before >= Spacing.Line);
        return isEnd || name.Has(WordTraits.FirstName) ? PersonNameReader.Read(window, index + 1, NameTrust.Salutation) : default;
    }

    private static Finding AfterRole(in TokenWindow window, int index)
    {
        ref readonly var next = ref window[index + 1];
        if (next.Before != Spacing.Blank || window.IsHyphenatedWithPrevious(index))
        {
            return default;
        }

        if (window[index].Has(WordTraits.WeakRole) && !next.Has(WordTraits.AnyName | WordTraits.Title) && !IsOnePerson(window, index))
        {
            return default;
        }

        var isNameAhead = next.IsWord && (PersonNameReader.MayBeName(window, index + 1) || PersonNameReader.CannotBeStreet(window, index + 1, index + 1) || next.Has(WordTraits.Title | WordTraits.NameParticle) || next.Shape == WordShape.Initial);
        if (!isNameAhead)
        {
            return default;
        }

        // An unlisted word behind a role is no proof that the word is a name elsewhere, so it is not learned.
        var name = PersonNameReader.Read(window, index + 1, NameTrust.Role);
        return next.Has(WordTraits.AnyName | WordTraits.Title) ? name : name with { FamilyKey = 0 };
    }

    /// <summary>"mein Vermieter Wolpers", "dem Fahrer Wolpers", but not "die Mitarbeiter BonnOrange".</summary>
    private static bool IsOnePerson(in TokenWindow window, int index)
    {
        var isOwn = window.Is(index - 1, "mein") || window.Is(index - 1, "meine") || window.Is(index - 1, "meinem") || window.Is(index - 1, "meinen") || window.Is(index - 1, "meiner")
            || window.Is(index - 1, "unser") || window.Is(index - 1, "unsere") || window.Is(index - 1, "unserem") || window.Is(index - 1, "unserer") || window.Is(index - 1, "Ihr") || window.Is(index - 1, "Ihre")
            || window.Is(index - 1, "dem") || window.Is(index - 1, "vom") || window.Is(index - 1, "Ihrem");
        return isOwn && window[index + 1].Shape == WordShape.Capitalized && PersonNameReader.MayBeName(window, index + 1);
    }

    private static bool IsAcademic(in TokenWindow window, int index) =>
        window[index].IsCapitalized && (window[index + 1].Is('.') || window[index].Length > 4 || window.Is(index, "Prof") || window.Is(index, "Dr"));
}
