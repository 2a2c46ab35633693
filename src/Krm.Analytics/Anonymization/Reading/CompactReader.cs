using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Reading;

/// <summary>Reads numbers and codes whatever separators people put into them.</summary>
internal static class CompactReader
{
    /// <summary>Longest code read, in letters and digits.</summary>
    public const int Longest = 40;

    /// <summary>Reads exactly as many letters and digits as the buffer holds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="buffer">Receives capital letters and digits.</param>
    /// <returns>The index behind the last one, or 0 if there are fewer, or more of them follow.</returns>
    public static int Read(ReadOnlySpan<char> text, int start, Span<char> buffer)
    {
        var index = start;
        for (var count = 0; count < buffer.Length; count++)
        {
            if (count > 0)
            {
                index = SkipSeparator(text, index);
            }

            if (index >= text.Length || !CharacterTable.IsAsciiLetterOrDigit(text[index]))
            {
                return 0;
            }

            buffer[count] = char.ToUpperInvariant(text[index++]);
        }

        return IsBoundary(text, index) && !ContinuesWithDigit(text, index) ? index : 0;
    }

    /// <summary>Counts the letters and digits from here on that no separator interrupts, up to <see cref="Longest"/>.</summary>
    public static int RunLength(ReadOnlySpan<char> text, int start)
    {
        var index = start;
        while (index < text.Length && index - start < Longest && CharacterTable.IsAsciiLetterOrDigit(text[index]))
        {
            index++;
        }

        return index - start;
    }

    /// <summary>True if neither a letter or digit nor a placeholder stands here: what a placeholder hides counts as letters, so that a second run finds nothing new.</summary>
    public static bool IsBoundary(ReadOnlySpan<char> text, int index)
    {
        if ((uint)index >= (uint)text.Length)
        {
            return true;
        }

        return text[index] switch
        {
            '[' => Tokenizer.PlaceholderEnd(text, index) == index,
            ']' => !Tokenizer.EndsPlaceholder(text, index),
            _ => !CharacterTable.IsLetterOrDigit(text[index]),
        };
    }

    /// <summary>True if neither a letter or digit nor a decimal or thousands separator with a digit stands before this place.</summary>
    public static bool IsNumberStart(ReadOnlySpan<char> text, int index) =>
        IsBoundary(text, index - 1)
        && !(index >= 2 && text[index - 1] is ',' or '.' && (CharacterTable.IsDigit(text[index - 2]) || (text[index - 2] == ']' && Tokenizer.EndsPlaceholder(text, index - 2))));

    /// <summary>A further group tied on makes it another number: 12 digits of a card are no tax number.</summary>
    private static bool ContinuesWithDigit(ReadOnlySpan<char> text, int index) =>
        index + 1 < text.Length && (text[index] is '/' or '.' || CharacterTable.IsHyphen(text[index])) && IsDigitOrPlaceholder(text, index + 1);

    /// <summary>True if a digit stands here, or a placeholder, behind which one may be hidden.</summary>
    public static bool IsDigitOrPlaceholder(ReadOnlySpan<char> text, int index) =>
        index < text.Length && (CharacterTable.IsDigit(text[index]) || (text[index] == '[' && Tokenizer.PlaceholderEnd(text, index) > index));

    private static int SkipSeparator(ReadOnlySpan<char> text, int index)
    {
        // A dot with a blank behind it ends a sentence.
        if (index + 1 < text.Length && text[index] == '.' && !CharacterTable.IsAsciiLetterOrDigit(text[index + 1]))
        {
            return index;
        }

        // Up to three characters, so that " - " counts; never a line break.
        for (var steps = 0; steps < 3 && index < text.Length && IsSeparator(text[index]); steps++)
        {
            index++;
        }

        return index;
    }

    private static bool IsSeparator(char character) =>
        character is ' ' or '.' or '/' || CharacterTable.IsHyphen(character) || CharacterTable.IsBlank(character);
}
