namespace Krm.Analytics.MLNet.Scoring;

/// <summary>What of a text reaches a model.</summary>
internal static class ModelInput
{
    /// <summary>Characters of a text that count; ML.NET keeps buffers as large as the longest text it has seen.</summary>
    public const int MaximumLength = 65_536;

    /// <summary>Characters that end a word in the features this library makes.</summary>
    public static readonly char[] WordSeparators =
        [' ', '\t', '\n', '\r', '\u00A0', '.', ',', ';', ':', '!', '?', '/', '(', ')', '[', ']', '"', '„', '“', '”', '-', '–', '—', '…'];

    /// <summary>The beginning of a text that counts.</summary>
    public static string Limit(string text) => text.Length <= MaximumLength ? text : text[..MaximumLength];

    /// <summary>The beginning of a text that counts.</summary>
    public static string Limit(ReadOnlySpan<char> text) => text[..Math.Min(text.Length, MaximumLength)].ToString();

    /// <summary>Number of different words with at least one letter or digit, upper and lower case being the same.</summary>
    public static int CountDistinctWords(string text) => text
        .Split(WordSeparators, StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Any(char.IsLetterOrDigit))
        .Select(word => word.ToLowerInvariant())
        .Distinct(StringComparer.Ordinal)
        .Count();
}
