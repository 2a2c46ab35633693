namespace Krm.Calendar.ICalendar;

/// <summary>The lines of one component of a calendar file, such as a VEVENT, without those of components inside it.</summary>
internal sealed record EventLines(int Number, string Component, IReadOnlyList<ContentLine> Lines)
{
    /// <summary>The first line of a name, or null.</summary>
    public ContentLine? Find(string name) => Lines.FirstOrDefault(line => line.Name == name);

    public IEnumerable<ContentLine> FindAll(string name) => Lines.Where(line => line.Name == name);

    /// <summary>Splits a file into the components of its calendars.</summary>
    /// <exception cref="ICalendarFormatException">The text is no calendar file, or is cut short.</exception>
    public static IReadOnlyList<EventLines> Split(string text)
    {
        List<EventLines> components = [];
        Stack<string> open = new();
        List<ContentLine> lines = [];
        int begin = 0;
        int last = 1;
        foreach ((int number, string content) in ContentLines.Unfold(text))
        {
            last = number;
            ContentLine line = ContentLine.TryParse(number, content)
                ?? throw new ICalendarFormatException(number, "a line needs a name, a colon and a value");
            string component = line.Value.Trim().ToUpperInvariant();
            if (open.Count == 0 && (line.Name != "BEGIN" || component != "VCALENDAR"))
            {
                throw new ICalendarFormatException(number, "expected BEGIN:VCALENDAR");
            }

            if (line.Name == "BEGIN")
            {
                if (open.Count == 1)
                {
                    begin = number;
                    lines = [];
                }

                open.Push(component);
            }
            else if (line.Name == "END")
            {
                if (open.Peek() != component)
                {
                    throw new ICalendarFormatException(number, $"expected END:{open.Peek()}");
                }

                open.Pop();
                if (open.Count == 1)
                {
                    components.Add(new EventLines(begin, component, lines));
                }
            }
            else if (open.Count == 2)
            {
                lines.Add(line);
            }
        }

        if (open.Count > 0 || last == 1)
        {
            throw new ICalendarFormatException(last, open.Count > 0 ? $"the file ends before END:{open.Peek()}" : "expected BEGIN:VCALENDAR");
        }

        return components;
    }
}
