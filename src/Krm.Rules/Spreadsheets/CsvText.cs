using System.Text;

namespace Krm.Rules.Spreadsheets;

/// <summary>Reads and writes CSV (RFC 4180); comma or semicolon is recognised from the header line.</summary>
internal static class CsvText
{
    /// <summary>The rows with the line each starts in, from 1; empty lines are left out.</summary>
    /// <exception cref="FormatException">A quotation mark is not closed; the message names the line.</exception>
    public static List<(int Line, List<string> Cells)> Read(string text)
    {
        var separator = SeparatorOf(text);
        var rows = new List<(int, List<string>)>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, start, quoted) = (1, 1, false);
        for (var index = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0; index < text.Length; index++)
        {
            var character = text[index];
            line += character == '\n' ? 1 : 0;
            if (quoted)
            {
                if (character == '"' && index + 1 < text.Length && text[index + 1] == '"')
                {
                    cell.Append('"');
                    index++;
                }
                else if (character == '"')
                {
                    quoted = false;
                }
                else
                {
                    cell.Append(character);
                }
            }
            else if (character == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (character == separator)
            {
                cells.Add(Take(cell));
            }
            else if (character == '\n')
            {
                cells.Add(Take(cell));
                AddRow(rows, start, ref cells);
                start = line;
            }
            else if (character != '\r')
            {
                cell.Append(character);
            }
        }

        if (quoted)
        {
            throw new FormatException($"Zeile {start}: Ein Anführungszeichen wird nicht geschlossen.");
        }

        cells.Add(Take(cell));
        AddRow(rows, start, ref cells);
        return rows;
    }

    public static string Write(IEnumerable<IReadOnlyList<string>> rows, char separator)
    {
        var builder = new StringBuilder();
        foreach (var row in rows)
        {
            builder.Append(string.Join(separator.ToString(), row.Select(cell => Quote(cell, separator)))).Append("\r\n");
        }

        return builder.ToString();
    }

    private static void AddRow(List<(int, List<string>)> rows, int line, ref List<string> cells)
    {
        if (cells.Exists(cell => cell.Trim().Length > 0))
        {
            rows.Add((line, cells));
        }

        cells = [];
    }

    private static string Take(StringBuilder cell)
    {
        var text = cell.ToString();
        cell.Clear();
        return text;
    }

    private static char SeparatorOf(string text)
    {
        var end = text.IndexOf('\n');
        var header = end < 0 ? text : text.Substring(0, end);
        return header.Count(character => character == ';') > header.Count(character => character == ',') ? ';' : ',';
    }

    private static string Quote(string cell, char separator) =>
        cell.IndexOfAny([separator, '"', '\n', '\r']) >= 0 ? "\"" + cell.Replace("\"", "\"\"") + "\"" : cell;
}
