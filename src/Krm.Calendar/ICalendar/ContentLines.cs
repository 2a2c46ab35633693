using System.Text;

namespace Krm.Calendar.ICalendar;

/// <summary>Content lines of RFC 5545: folding and unfolding (3.1), escaping of texts (3.3.11).</summary>
internal static class ContentLines
{
    private const int MaximumOctets = 75;
    private const string LineEnd = "\r\n";

    /// <summary>Appends a line, folded at 75 octets of UTF-8 without splitting a character, and CRLF.</summary>
    public static void Append(StringBuilder text, string line)
    {
        int octets = 0;
        for (int i = 0; i < line.Length; i++)
        {
            int units = char.IsHighSurrogate(line[i]) && i + 1 < line.Length ? 2 : 1;
            int size = units == 2 ? 4 : line[i] < 0x80 ? 1 : line[i] < 0x800 ? 2 : 3;
            if (octets + size > MaximumOctets)
            {
                text.Append(LineEnd).Append(' ');
                octets = 1;
            }

            text.Append(line, i, units);
            octets += size;
            i += units - 1;
        }

        text.Append(LineEnd);
    }

    /// <summary>Escapes backslash, comma, semicolon and line break.</summary>
    public static string Escape(string text) => text
        .Replace("\\", "\\\\")
        .Replace(";", "\\;")
        .Replace(",", "\\,")
        .Replace("\r\n", "\\n")
        .Replace("\n", "\\n");

    /// <summary>Takes the escapes back.</summary>
    public static string Unescape(string text)
    {
        StringBuilder result = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            if (character == '\\' && i + 1 < text.Length)
            {
                character = text[++i] is 'n' or 'N' ? '\n' : text[i];
            }

            result.Append(character);
        }

        return result.ToString();
    }

    /// <summary>The logical lines of a text with the number, from 1, of the physical line where each begins.</summary>
    /// <remarks>LF alone is taken for CRLF: many programs write it. Empty lines are skipped.</remarks>
    public static IEnumerable<(int Number, string Text)> Unfold(string text)
    {
        string[] physical = text.Replace(LineEnd, "\n").Split('\n');
        StringBuilder logical = new();
        int begin = 1;
        for (int i = 0; i < physical.Length; i++)
        {
            string line = physical[i];
            if (line.Length > 0 && line[0] is ' ' or '\t')
            {
                logical.Append(line, 1, line.Length - 1);
                continue;
            }

            if (logical.Length > 0)
            {
                yield return (begin, logical.ToString());
            }

            logical.Clear().Append(line);
            begin = i + 1;
        }

        if (logical.Length > 0)
        {
            yield return (begin, logical.ToString());
        }
    }
}
