using System.Buffers;
using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>E-mail addresses, also where the at sign is disguised as (at) or [at].</summary>
internal static class EmailRecognizer
{
    private const int LongestLocalPart = 64;
    private const int LongestDomain = 255;

    private static readonly SearchValues<char> Marks = SearchValues.Create("@([{");
    private static readonly string[] FrequentTopLevels = ["de", "com", "net", "org", "eu", "at", "ch", "info"];

    /// <summary>The first address at or behind a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to look; nothing before it belongs to the address.</param>
    public static Finding Next(ReadOnlySpan<char> text, int from)
    {
        for (var index = from; NextAt(text, index, out var atStart, out var atEnd); index = atEnd)
        {
            var start = LocalStart(text, from, atStart);
            var end = DomainEnd(text, atEnd);
            end = end == atEnd && atEnd < text.Length && text[atEnd] == ' ' ? DomainEnd(text, atEnd + 1) : end;
            if (start < atStart && end > atEnd + 1)
            {
                return new Finding(PersonalDataKind.Email, start, end);
            }
        }

        return default;
    }

    /// <summary>"meier at web punkt de", "meier at web.de": the address around the word "at" at this token, as it is spoken.</summary>
    /// <param name="window">The tokens.</param>
    /// <param name="index">Token of the word "at".</param>
    /// <param name="from">Place in the text before which nothing belongs to the address.</param>
    public static Finding MatchSpoken(in TokenWindow window, int index, int from)
    {
        ref readonly var domain = ref window[index + 1];
        ref readonly var dot = ref window[index + 2];
        ref readonly var topLevel = ref window[index + 3];
        var isDomain = domain.IsWord && domain.Before == Spacing.Blank && topLevel.IsWord && IsFrequent(window.TextOf(topLevel))
            && ((dot.Is('.') && dot.Before == Spacing.None && topLevel.Before == Spacing.None) || window.Is(index + 2, "punkt") || window.Is(index + 2, "dot"));
        if (!isDomain || window[index].Before != Spacing.Blank || window[index - 1].Kind is not (TokenKind.Word or TokenKind.Number))
        {
            return default;
        }

        var start = LocalStart(window.Text, from, window[index - 1].End);
        return start < window[index - 1].End ? new Finding(PersonalDataKind.Email, start, topLevel.End) : default;
    }

    private static bool IsFrequent(ReadOnlySpan<char> topLevel)
    {
        foreach (var known in FrequentTopLevels)
        {
            if (topLevel.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The next "@" or "(at)", the blanks around "(at)" included.</summary>
    private static bool NextAt(ReadOnlySpan<char> text, int from, out int start, out int end)
    {
        for (start = from; text[start..].IndexOfAny(Marks) is var offset && offset >= 0; start++)
        {
            start += offset;
            end = start + 1;
            if (text[start] == '@')
            {
                return true;
            }

            if (IsDisguised(text, start, "at", out end) || IsDisguised(text, start, "ät", out end))
            {
                start = Math.Max(from, text[..start].TrimEnd(' ').Length);
                return true;
            }
        }

        end = start;
        return false;
    }

    private static bool IsDisguised(ReadOnlySpan<char> text, int index, string word, out int end)
    {
        end = index;
        var close = index + word.Length + 1;
        if (close >= text.Length || text[close] is not (')' or ']' or '}') || !text.Slice(index + 1, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        end = close + 1;
        while (end < text.Length && end < close + 3 && text[end] == ' ')
        {
            end++;
        }

        return true;
    }

    private static int LocalStart(ReadOnlySpan<char> text, int from, int at)
    {
        var start = at;
        while (start > from && at - start < LongestLocalPart && IsLocal(text[start - 1]))
        {
            start--;
        }

        while (start < at && !CharacterTable.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        return start;
    }

    private static bool IsLocal(char character) =>
        CharacterTable.IsLetterOrDigit(character) || character is '.' or '_' or '-' or '+' or '%' or '\'' or '&' or '=' or '~' or '#' or '!' or '*' or '$';

    /// <summary>End of the last label that can be a top-level domain: "web.de.0228" ends with "de".</summary>
    private static int DomainEnd(ReadOnlySpan<char> text, int start)
    {
        var limit = Math.Min(text.Length, start + LongestDomain);
        var end = start;
        var index = start;
        var isBehindDot = false;
        while (index < limit)
        {
            var label = index;
            while (index < limit && (CharacterTable.IsLetterOrDigit(text[index]) || (text[index] == '-' && index > label && index + 1 < limit && CharacterTable.IsLetterOrDigit(text[index + 1]))))
            {
                index++;
            }

            if (index == label)
            {
                break;
            }

            var topLevel = isBehindDot ? TopLevelLength(text[label..index]) : 0;
            end = topLevel > 0 ? label + topLevel : end;
            if (index + 1 < limit && text[index] == '.' && CharacterTable.IsLetterOrDigit(text[index + 1]))
            {
                index++;
            }
            else if (!isBehindDot && IsTornTopLevel(text, index))
            {
                index += 2;
            }
            else if (DisguisedDot(text, index, out var next))
            {
                index = next;
            }
            else
            {
                break;
            }

            isBehindDot = true;
        }

        return end;
    }

    /// <summary>"mueller@web .de": a blank before the dot of a frequent top-level domain.</summary>
    private static bool IsTornTopLevel(ReadOnlySpan<char> text, int index)
    {
        if (index + 3 >= text.Length || text[index] != ' ' || text[index + 1] != '.')
        {
            return false;
        }

        var end = index + 2;
        while (end < text.Length && end < index + 7 && CharacterTable.IsLetter(text[end]))
        {
            end++;
        }

        return IsFrequent(text[(index + 2)..end]) && CompactReader.IsBoundary(text, end);
    }

    /// <summary>Length of the letters at the beginning of a label, if they can be a top-level domain: "de-4711" begins with "de".</summary>
    private static int TopLevelLength(ReadOnlySpan<char> label)
    {
        var hyphen = label.IndexOf('-');
        var head = hyphen < 0 ? label : label[..hyphen];
        foreach (var character in head)
        {
            if (!CharacterTable.IsLetter(character))
            {
                return 0;
            }
        }

        return head.Length >= 2 ? head.Length : 0;
    }

    private static bool DisguisedDot(ReadOnlySpan<char> text, int index, out int next)
    {
        next = index;
        var open = index < text.Length && text[index] == ' ' ? index + 1 : index;
        if (open >= text.Length || text[open] is not ('(' or '[') || !(IsDisguised(text, open, "dot", out next) || IsDisguised(text, open, "punkt", out next)))
        {
            return false;
        }

        return next < text.Length && CharacterTable.IsLetterOrDigit(text[next]);
    }
}
