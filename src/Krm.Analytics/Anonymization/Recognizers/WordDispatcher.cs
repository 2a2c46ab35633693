using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>Asks the recognisers that a word can concern; what announces a value comes before what only looks like one.</summary>
internal static class WordDispatcher
{
    private const int LongestCode = 4;
    private const int ShortestFamily = 3;

    public static Finding Match(in TokenWindow window, int index, in ScanState state)
    {
        ref readonly var token = ref window[index];
        if (token.Has(WordTraits.UrlScheme | WordTraits.SocialSite) && UrlRecognizer.Match(window, index, out var isPersonal) is { IsPresent: true } url)
        {
            return url with { StaysReadable = !isPersonal };
        }

        if (token.Label != LabelKind.None && LabelRecognizer.Match(window, index) is { IsPresent: true } labelled)
        {
            return labelled;
        }

        if (SpokenEmail(window, index, state) is { IsPresent: true } email)
        {
            return email;
        }

        if (token.Length == 1 && SignatureRecognizer.IsOnBehalf(window, index) && SignatureRecognizer.Match(window, index + 2) is { IsPresent: true } agent)
        {
            return agent;
        }

        if (token.Length <= LongestCode && Code(window, index) is { IsPresent: true } code)
        {
            return code;
        }

        if (token.Has(WordTraits.Salutation | WordTraits.Greeting | WordTraits.Title | WordTraits.Role | WordTraits.WeakRole)
            && SalutationRecognizer.Match(window, index) is { IsPresent: true } addressed)
        {
            return addressed;
        }

        if (token.Has(WordTraits.Closing) && SignatureRecognizer.Match(window, index) is { IsPresent: true } signed)
        {
            return signed;
        }

        if ((token.IsCapitalized || token.Has(WordTraits.StreetName | WordTraits.StreetHead | WordTraits.StreetOpening))
            && AddressRecognizer.Match(window, index, state.ResumeAt) is { IsPresent: true } address)
        {
            return address;
        }

        if (token.Has(WordTraits.AnyName) && NameListRecognizer.Match(window, index) is { IsPresent: true } name)
        {
            return name;
        }

        if (token.IsCapitalized && FurtherName(window, index, state) is { IsPresent: true } further)
        {
            return further;
        }

        if (token.Shape == WordShape.Upper && BicRecognizer.Match(window, index) is { IsPresent: true } bic)
        {
            return bic;
        }

        return IsKnownFamily(window, index, state)
            ? new Finding(PersonalDataKind.Person, token.Start, token.End, token.Hash, token.Hash)
            : default;
    }

    /// <summary>"meier at web.de", asked at its last word too, before that is taken for a name.</summary>
    private static Finding SpokenEmail(in TokenWindow window, int index, in ScanState state)
    {
        var at = window[index].Length == 2 ? index : index + 1;
        return window.Is(at, "at") ? EmailRecognizer.MatchSpoken(window, at, state.ResumeAt) : default;
    }

    /// <summary>"Wolpers, Sven" at the beginning of a line, and "Saathoff" in "die Herren Wolpers und Saathoff".</summary>
    private static Finding FurtherName(in TokenWindow window, int index, in ScanState state)
    {
        if (window[index].Before >= Spacing.Line)
        {
            return NameListRecognizer.MatchReversed(window, index);
        }

        ref readonly var previous = ref window[index - 1];
        var isFurther = window[index - 2].End == state.PersonEnd && (previous.Has(WordTraits.Conjunction) || previous.Is(',')) && window[index].Before == Spacing.Blank;
        return isFurther ? SalutationRecognizer.MatchFurther(window, index) : default;
    }

    /// <summary>A last name that was met with a salutation or a first name is the same person where it stands alone.</summary>
    private static bool IsKnownFamily(in TokenWindow window, int index, in ScanState state)
    {
        ref readonly var token = ref window[index];
        return token.IsCapitalized && token.Length >= ShortestFamily && state.KnownFamilies.Contains(token.Hash)
            && !window.IsHyphenatedWithPrevious(index) && !window.IsHyphenatedWithNext(index) && !NamedThing.Is(window, index)
            && !(window[index - 1].Has(WordTraits.Article) && token.Has(WordTraits.AmbiguousLastName | WordTraits.AmbiguousFirstName | WordTraits.StreetHead));
    }

    private static Finding Code(in TokenWindow window, int index)
    {
        ref readonly var token = ref window[index];
        ref readonly var next = ref window[index + 1];
        if (token.Length == 2 && (next.IsNumber || next.Kind == TokenKind.Symbol) && IbanRecognizer.Match(window, index) is { IsPresent: true } iban)
        {
            return iban;
        }

        if (next.IsNumber && IdentifierRecognizer.MatchCode(window, index) is { IsPresent: true } code)
        {
            return code;
        }

        if (LicensePlateRecognizer.Match(window, index) is { IsPresent: true } plate)
        {
            return plate;
        }

        if (next.IsNumber && token.Shape == WordShape.Initial && CoordinatesRecognizer.Match(window, index, false) is { IsPresent: true } coordinates)
        {
            return coordinates;
        }

        if (token.Shape == WordShape.Initial && !(window.IsTight(index) && SignatureRecognizer.IsOnBehalf(window, index - 2)) && NameListRecognizer.MatchInitial(window, index) is { IsPresent: true } name)
        {
            return name;
        }

        if (next.Before == Spacing.None && (next.IsNumber || next.Symbol is ':' or '-') && IpAddressRecognizer.Match(window, index) is { IsPresent: true } device)
        {
            return device;
        }

        return AddressRecognizer.MatchPostcode(window, index);
    }
}
