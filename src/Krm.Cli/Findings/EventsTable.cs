using System.Globalization;
using Krm.Analytics.Causes.Events;
using Krm.Cli.Tables;

namespace Krm.Cli.Findings;

/// <summary>Reads a calendar of events: the columns <c>date</c> and <c>kind</c>, and <c>size</c> where there is one.</summary>
internal static class EventsTable
{
    /// <exception cref="RefusalException">A column is missing, or rows are bad: all are named, up to the limit of <see cref="ProblemList"/>.</exception>
    public static EventCalendar Read(TableFile file, CommandConsole console, Messages messages)
    {
        using var reader = file.OpenRead(console, messages);
        var date = TypedColumn.Required(reader.Header, "date", messages);
        var kind = TypedColumn.Required(reader.Header, "kind", messages);
        var size = TypedColumn.Optional(reader.Header, "size", messages);
        var events = new List<CalendarEvent>();
        var seen = new Dictionary<(NodaTime.LocalDate, string), long>();
        var problems = new ProblemList(messages);
        foreach (var row in reader.ReadRows())
        {
            try
            {
                var one = ReadRow(row, date, kind, size);
                if (!seen.TryAdd((one.Day, one.Kind), row.Line))
                {
                    throw new RowException(messages.RepeatedEvent(reader.Header.File, row.Line, seen[(one.Day, one.Kind)]));
                }

                events.Add(one);
            }
            catch (RowException exception)
            {
                problems.Add(exception.Message);
            }
        }

        problems.RefuseAny();
        return new EventCalendar(events);
    }

    private static CalendarEvent ReadRow(TableRow row, TypedColumn date, TypedColumn kind, TypedColumn size)
    {
        if (row.Problem is not null)
        {
            throw new RowException(row.Problem);
        }

        var day = date.Date(row);
        if (string.IsNullOrWhiteSpace(kind.Text(row)))
        {
            throw kind.NotAllowed(row, "Abfallgebührenbescheide …");
        }

        if (size.IsEmpty(row))
        {
            return new CalendarEvent(day, kind.Text(row));
        }

        return double.TryParse(size.Text(row), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0 && double.IsFinite(amount)
            ? new CalendarEvent(day, kind.Text(row), amount)
            : throw size.NotAllowed(row, "> 0");
    }
}
