using System.Globalization;
using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Cli.Tables;

/// <summary>Reads the values of one column as dates, numbers or one of a list; what does not fit fails the row.</summary>
/// <param name="header">The header of the table.</param>
/// <param name="position">The column; -1 where the table does not have it, then every value is empty.</param>
/// <param name="messages">Words the errors.</param>
internal sealed class TypedColumn(TableHeader header, int position, Messages messages)
{
    public static TypedColumn Required(TableHeader header, string name, Messages messages) =>
        new(header, header.Require(name), messages);

    public static TypedColumn Optional(TableHeader header, string name, Messages messages) =>
        new(header, header.Find(name), messages);

    public bool Exists => position >= 0;

    public int Position => position;

    public string Text(TableRow row) => row[position];

    public bool IsEmpty(TableRow row) => row[position].Length == 0;

    /// <summary>The day, from a date or a date with time.</summary>
    public LocalDate Date(TableRow row) =>
        IsoDate.TryParse(row[position], out var date)
            ? date
            : throw new RowException(messages.BrokenDate(Place(row), Echo(row)));

    /// <summary>The day, and the time of day where the column gives one.</summary>
    public (LocalDate Day, LocalTime? Time) DayAndTime(TableRow row) =>
        IsoDate.TryParse(row[position], out var day, out var time)
            ? (day, time)
            : throw new RowException(messages.BrokenDate(Place(row), Echo(row)));

    public int Integer(TableRow row) =>
        int.TryParse(row[position], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new RowException(messages.BrokenNumber(Place(row), Echo(row), "-2147483648 … 2147483647"));

    public double Number(TableRow row) =>
        double.TryParse(row[position], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new RowException(messages.NotAllowed(Place(row), Echo(row), "0.5"));

    public Bundesland Land(TableRow row) =>
        Bundeslaender.TryParse(row[position], out var land)
            ? land
            : throw NotAllowed(row, Laender.AllCodes);

    /// <summary>The error of a value that is none of the allowed ones.</summary>
    public RowException NotAllowed(TableRow row, string allowed) =>
        new(messages.NotAllowed(Place(row), Echo(row), allowed));

    private string Place(TableRow row) => header.Place(row, position);

    private string Echo(TableRow row) => SafeEcho.Of(row[position], messages);
}
