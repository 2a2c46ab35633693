using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace Krm.Analytics.Counting;

/// <summary>Writes counts as CSV (RFC 4180, comma, UTF-8 without BOM, CR LF) in canonical order.</summary>
/// <remarks>
/// Columns: the first day of the period (named by the caller), one column a dimension, <c>count</c>, <c>exposure</c> if
/// there is one, <c>period</c> (<c>week</c> or <c>month</c>), <c>data_version</c> and <c>plan</c>, the fingerprint of the
/// <see cref="CountPlan"/>. The same counts always give the same bytes.
/// </remarks>
public static class CountCubeCsv
{
    /// <summary>Writes counts.</summary>
    /// <param name="cube">The counts.</param>
    /// <param name="writer">Where to; not closed.</param>
    /// <param name="dateColumn">The name of the column with the first day of the period; <c>date</c> by default.</param>
    public static void Write(CountCube cube, TextWriter writer, string dateColumn = "date")
    {
        ArgumentNullException.ThrowIfNull(cube);
        ArgumentNullException.ThrowIfNull(writer);
        var line = new StringBuilder();
        AppendField(line, dateColumn);
        foreach (var name in cube.Plan.Dimensions)
        {
            AppendField(line.Append(','), name);
        }

        line.Append(cube.HasExposure ? ",count,exposure,period,data_version,plan\r\n" : ",count,period,data_version,plan\r\n");
        writer.Write(line);
        AppendField(line.Clear().Append(cube.Plan.Period == PeriodKind.Week ? ",week," : ",month,"), cube.Plan.DataVersion);
        var ending = line.Append(',').Append(cube.Plan.Fingerprint).Append("\r\n").ToString();
        foreach (var row in cube.Rows)
        {
            line.Clear().Append(LocalDatePattern.Iso.Format(row.Period.Start));
            foreach (var value in row.Values)
            {
                AppendField(line.Append(','), value);
            }

            line.Append(',').Append(row.Count);
            if (row.Exposure is { } exposure)
            {
                line.Append(',').Append(exposure.ToString("0.######", CultureInfo.InvariantCulture));
            }

            writer.Write(line.Append(ending));
        }
    }

    private static void AppendField(StringBuilder line, string field)
    {
        if (field.AsSpan().IndexOfAny(",\"\r\n;") < 0)
        {
            line.Append(field);
            return;
        }

        line.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
