using System.Globalization;
using NodaTime.Text;

namespace Krm.Rules.Facts;

/// <summary>Reads and writes values of facts as text: data in invariant form, people in German form.</summary>
internal static class FactTexts
{
    private static readonly string[] Yes = ["ja", "yes", "true", "wahr", "1", "j", "y"];
    private static readonly string[] No = ["nein", "no", "false", "falsch", "0", "n"];

    public static bool TryParse(FactDeclaration fact, string text, out long code)
    {
        code = 0;
        switch (fact.Type)
        {
            case FactType.YesNo:
                code = Array.Exists(Yes, word => Same(word, text)) ? 1 : 0;
                return code == 1 || Array.Exists(No, word => Same(word, text));
            case FactType.Choice:
                code = fact.FindChoice(text);
                return code >= 0;
            case FactType.Number:
                return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    && fact.TryScale(number, out code);
            case FactType.Date:
                var parsed = LocalDatePattern.Iso.Parse(text);
                code = parsed.Success ? DayNumber.From(parsed.Value) : 0;
                return parsed.Success;
            default:
                code = fact.Vocabulary.Find(text);
                return true;
        }
    }

    /// <summary>The value as data write it: the form <see cref="TryParse"/> reads.</summary>
    public static string ToData(FactDeclaration fact, long code) => fact.Type switch
    {
        FactType.YesNo => code == 1 ? "true" : "false",
        FactType.Choice => fact.Choices[(int)code].Name,
        FactType.Number => fact.Unscale(code).ToString(CultureInfo.InvariantCulture),
        FactType.Date => LocalDatePattern.Iso.Format(DayNumber.ToDate((int)code)),
        _ => fact.Vocabulary[code],
    };

    /// <summary>The value as a clerk reads it.</summary>
    public static string Format(FactDeclaration fact, long code) => code == FactValue.MissingCode ? "ohne Angabe" : fact.Type switch
    {
        FactType.YesNo => code == 1 ? "ja" : "nein",
        FactType.Choice => fact.Choices[(int)code].Label,
        FactType.Number => German.Number(fact.Unscale(code), fact.Decimals) + (fact.Unit.Length > 0 ? " " + fact.Unit : ""),
        FactType.Date => German.Date(DayNumber.ToDate((int)code)),
        _ => code > 0 && code <= fact.Vocabulary.Count ? "„" + fact.Vocabulary[code] + "“" : "anderer Text",
    };

    /// <summary>What the fact may be, in German; long lists are cut.</summary>
    public static string DescribeAllowed(FactDeclaration fact) => fact.Type switch
    {
        FactType.YesNo => "ja oder nein",
        FactType.Choice => string.Join(", ", fact.Choices.Take(12).Select(choice => "„" + choice.Name + "“"))
            + (fact.Choices.Count > 12 ? $" … ({fact.Choices.Count} Werte)" : ""),
        FactType.Number => "eine Zahl" + Limits(fact) + (fact.Decimals > 0 ? $" mit höchstens {fact.Decimals} Nachkommastellen und Dezimalpunkt" : " ohne Nachkommastellen"),
        FactType.Date => "ein Datum JJJJ-MM-TT" + Days(fact),
        _ => "ein Text",
    };

    private static string Limits(FactDeclaration fact) =>
        (fact.Minimum is { } minimum ? " ab " + German.Number(minimum, fact.Decimals) : "") +
        (fact.Maximum is { } maximum ? " bis " + German.Number(maximum, fact.Decimals) : "");

    private static string Days(FactDeclaration fact) =>
        $" von {German.Date(DayNumber.ToDate(fact.DayRange.From))} bis {German.Date(DayNumber.ToDate(fact.DayRange.To))}";

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
