using System.Data.Common;
using NodaTime;
using NodaTime.Text;

namespace CaseDesk.Storage;

/// <summary>Days as the database keeps them.</summary>
internal static class Days
{
    public static string Write(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string? Write(LocalDate? day) => day is { } known ? Write(known) : null;

    public static LocalDate Read(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static LocalDate? ReadDay(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : Read(reader.GetString(column));
}
