using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>Names under a letter: behind "Mit freundlichen Grüßen", "MfG", "gez.", "i. A.".</summary>
internal static class SignatureRecognizer
{
    private const int MostSkipped = 6;

    /// <summary>The name that follows the closing word at this token.</summary>
    public static Finding Match(in TokenWindow window, int index)
    {
        // "Im Auftrag" closes a letter only with a line of its own.
        var isOnBehalf = window.Is(index, "Auftrag") || window.Is(index, "Vertretung");
        if (isOnBehalf && !((window.Is(index - 1, "im") || window.Is(index - 1, "in")) && window[index + 1].Before >= Spacing.Line))
        {
            return default;
        }

        var next = index + 1;
        for (var steps = 0; steps < MostSkipped; steps++)
        {
            ref readonly var token = ref window[next];
            if (IsOnBehalf(window, next))
            {
                next += 3 + (window[next + 3].Is('.') ? 1 : 0);
                continue;
            }

            var isSkipped = token.Is(',') || token.Is('.') || token.Is('!') || token.Is('-') || token.Is(':') || token.Is('/') || token.Is('*') || token.Is('(')
                || token.Has(WordTraits.ClosingFiller);
            if (!isSkipped)
            {
                break;
            }

            next++;
        }

        var name = PersonNameReader.Read(window, next, NameTrust.Signature);
        return name.IsPresent && IsSignature(window, index, next, name) ? name : SmallLetters.OnOwnLine(window, next);
    }

    /// <summary>"i. A.", "i.V.", "I. A.".</summary>
    public static bool IsOnBehalf(in TokenWindow window, int index) =>
        window.Is(index, "i") && window[index + 1].Is('.') && (window.Is(index + 2, "A") || window.Is(index + 2, "V"));

    private static bool IsSignature(in TokenWindow window, int closing, int first, in Finding name)
    {
        ref readonly var firstWord = ref window[window.TokenAt(first, name.Start)];
        if (firstWord.Has(WordTraits.AnyName | WordTraits.Title))
        {
            return true;
        }

        // Unlisted words count where nothing but the name stands on the line, or the text ends with it.
        ref readonly var after = ref window[window.TokenAt(first, name.End)];
        var endsLine = after.Kind is TokenKind.None or TokenKind.Symbol || after.Before >= Spacing.Line || firstWord.Shape == WordShape.Initial;
        var isShortAllCapitals = firstWord.Shape == WordShape.Upper && firstWord.Length <= 4;
        return endsLine && !isShortAllCapitals && !window.Is(closing + 1, "aus") && !window.Is(closing + 1, "an") && !window.Is(closing + 1, "von");
    }
}
