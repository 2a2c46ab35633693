using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Reading;

/// <summary>Reads what follows a label such as "Aktenzeichen": chunks of letters, digits and separators that hold digits.</summary>
internal static class ReferenceReader
{
    private const int MostChunks = 8;
    private const int LongestRegister = 4;

    /// <summary>Reads a reference.</summary>
    /// <param name="window">The tokens.</param>
    /// <param name="index">Token at which it begins.</param>
    /// <param name="minimumDigits">Fewest digits in it.</param>
    /// <param name="longest">Most characters.</param>
    /// <returns>Index of the text behind it, or 0 if there is none.</returns>
    public static int Read(in TokenWindow window, int index, int minimumDigits, int longest = 48)
    {
        var text = window.Text;
        var start = window[index].Start;
        var position = start;
        var end = 0;
        var digits = 0;
        for (var chunk = 0; chunk < MostChunks; chunk++)
        {
            var chunkEnd = ChunkEnd(text, position, start + longest, out var chunkDigits, out var chunkLetters);
            if (chunkEnd == position || (chunkDigits == 0 && !IsRegister(text[position..chunkEnd], chunkLetters)))
            {
                break;
            }

            digits += chunkDigits;
            end = chunkDigits > 0 || digits >= minimumDigits ? chunkEnd : end;
            position = NextChunk(text, chunkEnd);
            if (position == 0)
            {
                break;
            }
        }

        return digits >= minimumDigits ? end : 0;
    }

    private static int ChunkEnd(ReadOnlySpan<char> text, int start, int limit, out int digits, out int letters)
    {
        digits = 0;
        letters = 0;
        var end = start;
        var index = start;
        for (; index < text.Length && index < limit; index++)
        {
            var character = text[index];
            if (CharacterTable.IsDigit(character))
            {
                digits++;
                end = index + 1;
            }
            else if (CharacterTable.IsLetter(character))
            {
                letters++;
                end = index + 1;
            }
            else if (!IsInnerSeparator(character) || index - end > 1)
            {
                break;
            }
        }

        return end;
    }

    /// <summary>Short letters between numbers, as registers of courts and offices have them: "4 K 123/20", "S 12 AS 5/21 ER".</summary>
    private static bool IsRegister(ReadOnlySpan<char> chunk, int letters)
    {
        if (letters != chunk.Length || letters > LongestRegister || !CharacterTable.IsCapital(chunk[0]))
        {
            return false;
        }

        // "K", "Js", "OWi": a word of a sentence has one capital and more small letters.
        var capitals = 0;
        foreach (var letter in chunk)
        {
            capitals += CharacterTable.IsCapital(letter) ? 1 : 0;
        }

        return letters <= 2 || capitals >= 2;
    }

    private static int NextChunk(ReadOnlySpan<char> text, int end)
    {
        var index = end;
        while (index < text.Length && index - end < 3 && (CharacterTable.IsBlank(text[index]) || IsInnerSeparator(text[index])))
        {
            index++;
        }

        return index > end && index < text.Length && CharacterTable.IsLetterOrDigit(text[index]) && !text[end..index].ContainsAny('.', ':') ? index : 0;
    }

    private static bool IsInnerSeparator(char character) =>
        character is '/' or '.' or ':' or '_' or '#' or '\\' || CharacterTable.IsHyphen(character);
}
