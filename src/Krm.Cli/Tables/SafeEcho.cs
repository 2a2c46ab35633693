namespace Krm.Cli.Tables;

/// <summary>Shows a value in a message only if it cannot be free text.</summary>
internal static class SafeEcho
{
    private const int LongestCode = 4;
    private const int LongestNumber = 32;

    /// <summary>The value itself if it is a short code or looks like a number or date, else its length.</summary>
    public static string Of(string value, Messages messages)
    {
        if (value.Length == 0)
        {
            return messages.Nothing;
        }

        var isCode = value.Length <= LongestCode && value.All(char.IsAsciiLetterOrDigit);
        var isNumber = value.Length <= LongestNumber && value.All(IsPartOfNumberOrDate) && value.Any(char.IsAsciiDigit);
        return isCode || isNumber ? $"„{value}“" : messages.Characters(value.Length);
    }

    private static bool IsPartOfNumberOrDate(char character) =>
        char.IsAsciiDigit(character) || character is '.' or ',' or ':' or '/' or '-' or '+' or 'T' or 'Z' or ' ';
}
