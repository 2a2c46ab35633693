using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>Values behind words that announce them: "Kunden-Nr.: 4711", "Az. 12 K 3/20", "wohnhaft in", "geb. am".</summary>
internal static class LabelRecognizer
{
    private const int MostSkipped = 7;
    private const int FewestDigits = 3;
    private const int LongNumber = 6;
    private const int LongCode = 9;

    /// <summary>The value that the label at this token announces.</summary>
    public static Finding Match(in TokenWindow window, int index)
    {
        ref readonly var label = ref window[index];
        var value = ValueStart(window, index, out var hasNumberWord, out var hasColon, out var hasVerb);
        if (value == 0 || (label.LabelNeedsNumberWord && !hasNumberWord && !IsLongNumber(window, label, value)))
        {
            return default;
        }

        if (label.Label == LabelKind.ReferenceSign && !IsOwner(window, index - 1))
        {
            return default;
        }

        return label.Label switch
        {
            LabelKind.Telephone => TelephoneRecognizer.MatchLabelled(window, value),
            LabelKind.Iban => IbanRecognizer.MatchLabelled(window, value),
            LabelKind.Bic => BicRecognizer.MatchLabelled(window, value),
            LabelKind.LicensePlate => LicensePlateRecognizer.MatchLabelled(window, value),
            LabelKind.DateOfBirth => Birth(window, index, value),
            LabelKind.Address => AddressRecognizer.MatchLabelled(window, value),
            LabelKind.Coordinates => CoordinatesRecognizer.Match(window, value, true),
            LabelKind.IpAddress => IpAddressRecognizer.Match(window, value),
            LabelKind.PostalCode => PostcodeReader.IsPostcode(window, value) ? AddressRecognizer.MatchPostcode(window, value) is { IsPresent: true } found ? found : new Finding(PersonalDataKind.Address, window[value].Start, window[value].End) : default,
            LabelKind.Person => Person(window, index, value, hasColon, hasVerb),
            _ => Reference(window, label.Label, value, hasNumberWord || hasColon),
        };
    }

    /// <summary>"Vorgang 2019-004711": without "Nr." only a long number is one.</summary>
    private static bool IsLongNumber(in TokenWindow window, in Token label, int value) =>
        (label.Label == LabelKind.IdentityDocument && IsMixedCode(window, value))
        || label.Label is LabelKind.FileNumber or LabelKind.BankAccount && label.IsCapitalized && window[value].Before <= Spacing.Blank && ReferenceReader.Read(window, value, LongNumber) > 0;

    /// <summary>"Führerschein B072RRE2I55": nothing but a number of a document mixes letters and digits at such length.</summary>
    private static bool IsMixedCode(in TokenWindow window, int value)
    {
        var run = window.Text.Slice(window[value].Start, CompactReader.RunLength(window.Text, window[value].Start));
        return run.Length >= LongCode && run.ContainsAnyInRange('0', '9') && run.ContainsAnyInRange('A', 'Z');
    }

    private static bool IsOwner(in TokenWindow window, int index) =>
        window.Is(index, "Ihr") || window.Is(index, "Unser") || window.Is(index, "Mein") || window.Is(index, "Dein") || window.Is(index, "Ihrem") || window.Is(index, "Unserem");

    private static Finding Birth(in TokenWindow window, int index, int value)
    {
        var behind = index + (window[index + 1].Is('.') ? 2 : 1);
        var date = DateOfBirthRecognizer.MatchLabelled(window, behind);
        if (date.IsPresent)
        {
            return date;
        }

        // "Anna Schmidt, geb. Meier": the name of birth.
        var isName = value == behind && window[value].IsCapitalized && window[value].Before == Spacing.Blank && PersonNameReader.MayBeName(window, value) && !window.Is(index, "Geburtstag") && !window.Is(index, "Jahrgang");
        return isName ? PersonNameReader.Read(window, value, NameTrust.Role) : default;
    }

    private static Finding Person(in TokenWindow window, int index, int value, bool hasColon, bool hasVerb)
    {
        var isSpoken = window.Is(index, "heiße") || window.Is(index, "heisse") || window.Is(index, "heißt") || window.Is(index, "heißen");
        var isName = hasColon || (hasVerb && (window.Is(index, "Name") || window.Is(index, "Vorname") || window.Is(index, "Nachname") || window.Is(index, "Familienname")))
            || (isSpoken && PersonNameReader.MayBeName(window, value)) || IsField(window, index, value);
        if (!isName)
        {
            return window[index].Has(WordTraits.Role | WordTraits.WeakRole) ? SalutationRecognizer.Match(window, index) : default;
        }

        if (window[value].Before > Spacing.Line)
        {
            return default;
        }

        // "Absender: Lindenhütte 4, 53111 Bonn": no name, but where somebody lives.
        var name = SalutationRecognizer.MatchLabelled(window, SkipSalutation(window, value));
        var isStreet = name.IsPresent && HouseNumberReader.Read(window, window.TokenAt(value, name.End), out _) > 0;
        return isStreet && AddressRecognizer.MatchLabelled(window, value) is { IsPresent: true } address ? address : name;
    }

    /// <summary>"Nachname Wolpers", "Name Wolpers Vorname Sven": forms copied without their colons.</summary>
    private static bool IsField(in TokenWindow window, int index, int value)
    {
        if (value != index + 1 || window[value].Before > Spacing.Blank || window[value].Shape != WordShape.Capitalized || !PersonNameReader.MayBeName(window, value))
        {
            return false;
        }

        return window.Is(index, "Vorname") || window.Is(index, "Nachname") || window.Is(index, "Familienname") || window.Is(index, "Zuname") || window.Is(index, "Geburtsname")
            || (window.Is(index, "Name") && window.Is(window.ChainEnd(value) + 1, "Vorname"));
    }

    private static int SkipSalutation(in TokenWindow window, int index) =>
        window[index].Has(WordTraits.Salutation) ? index + (window[index + 1].Is('.') ? 2 : 1) : index;

    private static Finding Reference(in TokenWindow window, LabelKind label, int value, bool isExplicit)
    {
        var kind = KindOf(label, out var minimumDigits);
        if (kind == PersonalDataKind.BankAccount && IbanRecognizer.Match(window, value) is { IsPresent: true } iban)
        {
            return iban;
        }

        if (kind == PersonalDataKind.TaxNumber && IdentifierRecognizer.MatchNumber(window, value) is { IsPresent: true, Kind: PersonalDataKind.TaxId } taxId)
        {
            return taxId;
        }

        var end = ReferenceReader.Read(window, value, isExplicit ? Math.Min(minimumDigits, FewestDigits) : minimumDigits);
        return end > 0 && !IsDateOrTime(window, value, end) ? new Finding(kind, window[value].Start, end) : default;
    }

    /// <summary>"Reisepass 12.03.2017", "Ticket 2017": when, not which.</summary>
    private static bool IsDateOrTime(in TokenWindow window, int value, int end) =>
        (DateReader.Read(window, value, out var year) is var behind && behind > 0 && year > 0 && window[behind - 1].End == end)
        || (DateReader.IsYear(window, value) && window[value].End == end);

    private static PersonalDataKind KindOf(LabelKind label, out int minimumDigits)
    {
        minimumDigits = label is LabelKind.FileNumber or LabelKind.ReferenceSign or LabelKind.PostBox ? 2 : label is LabelKind.CustomerNumber ? 3 : 5;
        return label switch
        {
            LabelKind.PostBox => PersonalDataKind.Address,
            LabelKind.BankAccount => PersonalDataKind.BankAccount,
            LabelKind.PaymentCard => PersonalDataKind.PaymentCard,
            LabelKind.TaxNumber => PersonalDataKind.TaxNumber,
            LabelKind.TaxId => PersonalDataKind.TaxId,
            LabelKind.SocialInsuranceNumber => PersonalDataKind.SocialInsuranceNumber,
            LabelKind.HealthInsuranceNumber => PersonalDataKind.HealthInsuranceNumber,
            LabelKind.IdentityDocument => PersonalDataKind.IdentityDocument,
            LabelKind.FileNumber or LabelKind.ReferenceSign => PersonalDataKind.FileNumber,
            _ => PersonalDataKind.CustomerNumber,
        };
    }

    /// <summary>Index of the token where the value begins: over "-Nr.", ":", "=", "#", brackets and words such as "lautet".</summary>
    private static int ValueStart(in TokenWindow window, int index, out bool hasNumberWord, out bool hasColon, out bool hasVerb)
    {
        hasNumberWord = false;
        hasColon = false;
        hasVerb = false;
        var position = index + 1;
        for (var steps = 0; steps < MostSkipped; steps++, position++)
        {
            ref readonly var token = ref window[position];
            if (token.Before > Spacing.Line || token.Kind is TokenKind.None or TokenKind.Placeholder)
            {
                return 0;
            }

            if (token.Kind == TokenKind.Symbol)
            {
                if (!(token.Symbol is ':' or '.' or '=' or '#' or '(' or '/' or '"' or '„' or '\'' or '*' or '+' || token.IsHyphen) || (token.Is('+') && window[position + 1].IsNumber)
                    || (token.Is('(') && window[index].Label == LabelKind.Telephone && window.CharacterAt(token.Start + 1) is '0' or '+'))
                {
                    return token.Symbol is '+' or '(' ? position : 0;
                }

                hasColon |= token.Symbol is ':' or '=';
            }
            else if (token.Has(WordTraits.NumberWord) && token.Before != Spacing.Line && !(token.Length == 2 && IbanRecognizer.Match(window, position).IsPresent))
            {
                hasNumberWord = true;
            }
            else if (token.Has(WordTraits.Filler) && !hasColon && token.Shape == WordShape.Lower)
            {
                hasVerb |= window.Is(position, "ist") || window.Is(position, "lautet") || window.Is(position, "war");
            }
            else
            {
                return token.Before > Spacing.Blank && !hasColon && !token.IsNumber && !window[index].IsCapitalized ? 0 : position;
            }
        }

        return 0;
    }
}
