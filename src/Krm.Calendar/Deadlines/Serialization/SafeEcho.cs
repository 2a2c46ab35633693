using System.Globalization;

namespace Krm.Calendar.Deadlines.Serialization;

/// <summary>Shows what was found in a message only if it cannot be free text.</summary>
internal static class SafeEcho
{
    private const int LongestCode = 4;
    private const int LongestNumber = 32;

    /// <summary>The text itself if it is a short code or looks like a number, date or period, else its length.</summary>
    public static string Of(string text) => IsHarmless(text) ? $"'{text}'" : string.Format(CultureInfo.InvariantCulture, "({0} characters)", text.Length);

    /// <summary>The same in a German sentence.</summary>
    public static string InGerman(string text) => IsHarmless(text) ? $"„{text}“" : string.Format(CultureInfo.InvariantCulture, "({0} Zeichen)", text.Length);

    private static bool IsHarmless(string text)
    {
        bool isCode = text.Length <= LongestCode && text.All(IsLetterOrDigit);
        bool isNumber = text.Length <= LongestNumber && text.All(IsPartOfNumber) && text.Any(character => character is >= '0' and <= '9');
        return isCode || isNumber;
    }

    private static bool IsLetterOrDigit(char character) =>
        character is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');

    private static bool IsPartOfNumber(char character) =>
        character is (>= '0' and <= '9') or '.' or ',' or ':' or '/' or '-' or '+' or 'P' or 'T' or 'Z' or 'D' or 'W' or 'M' or 'Y' or 'H' or 'A' or ' ';
}
