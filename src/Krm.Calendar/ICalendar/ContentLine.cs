namespace Krm.Calendar.ICalendar;

/// <summary>One logical line: <c>NAME;PARAMETER=VALUE:value</c>.</summary>
internal sealed record ContentLine(int Number, string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    /// <summary>Splits a line; null where it has no colon outside quotes.</summary>
    public static ContentLine? TryParse(int number, string text)
    {
        List<string> parts = [];
        int begin = 0;
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            isQuoted ^= text[i] == '"';
            if (isQuoted || text[i] is not (';' or ':'))
            {
                continue;
            }

            parts.Add(text.Substring(begin, i - begin));
            begin = i + 1;
            if (text[i] == ':')
            {
                return new ContentLine(number, parts[0].ToUpperInvariant(), ReadParameters(parts), text.Substring(begin));
            }
        }

        return null;
    }

    public string? Parameter(string name) => Parameters.TryGetValue(name, out string? value) ? value : null;

    private static Dictionary<string, string> ReadParameters(List<string> parts)
    {
        Dictionary<string, string> parameters = new(StringComparer.OrdinalIgnoreCase);
        foreach (string part in parts.Skip(1))
        {
            int equals = part.IndexOf('=');
            parameters[equals < 0 ? part : part.Substring(0, equals)] = equals < 0 ? "" : part.Substring(equals + 1).Trim('"');
        }

        return parameters;
    }
}
