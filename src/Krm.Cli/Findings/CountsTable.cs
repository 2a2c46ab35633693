using System.Globalization;
using Krm.Analytics.Counting;
using Krm.Cli.Tables;

namespace Krm.Cli.Findings;

/// <summary>Writes and reads mergeable counts as a table, in the columns of <see cref="CountCubeCsv"/>.</summary>
internal static class CountsTable
{
    private const string Count = "count";
    private const string Exposure = "exposure";
    private const string Period = "period";
    private const string DataVersion = "data_version";
    private const string Plan = "plan";
    private const string Week = "week";
    private const string Month = "month";

    /// <exception cref="RefusalException">A dimension has the name of one of the other columns.</exception>
    public static void RefuseReservedNames(CountPlan plan, string dateColumn, Messages messages)
    {
        foreach (var name in plan.Dimensions)
        {
            if (name == dateColumn || name is Count or Exposure or Period or DataVersion or Plan)
            {
                throw new RefusalException(messages.ReservedColumn(name));
            }
        }
    }

    public static void Write(TableFile table, Stream stream, CountCube cube, string dateColumn)
    {
        string[] exposure = cube.HasExposure ? [Exposure] : [];
        using var writer = table.CreateWriter(
            stream, [dateColumn, .. cube.Plan.Dimensions, Count, .. exposure, Period, DataVersion, Plan], isContinued: false);
        var kind = cube.Plan.Period == PeriodKind.Week ? Week : Month;
        foreach (var row in cube.Rows)
        {
            Cell[] amount = row.Exposure is { } value ? [Cell.Json(value.ToString("0.######", CultureInfo.InvariantCulture))] : [];
            writer.Write(
            [
                IsoDate.Format(row.Period.Start),
                .. row.Values.Select(one => (Cell)one),
                Cell.Number(row.Count),
                .. amount,
                kind,
                cube.Plan.DataVersion,
                cube.Plan.Fingerprint,
            ]);
        }

        writer.Flush();
    }

    /// <summary>Reads counts back; <see langword="null"/> if the table has no row and so no plan.</summary>
    /// <exception cref="RefusalException">The table holds no counts, or a row is bad: leaving it out would make the sum wrong.</exception>
    public static CountCube? Read(TableReader reader, Messages messages)
    {
        var columns = reader.Header.Names;
        var count = reader.Header.Find(Count);
        if (count < 1 || !columns.Contains(Period) || !columns.Contains(DataVersion) || !columns.Contains(Plan))
        {
            throw new RefusalException(messages.NotCountsOfKrm(reader.Header.File));
        }

        var dimensions = columns.Skip(1).Take(count - 1).ToArray();
        var period = TypedColumn.Required(reader.Header, Period, messages);
        var version = TypedColumn.Required(reader.Header, DataVersion, messages);
        var fingerprint = TypedColumn.Required(reader.Header, Plan, messages);
        var hasExposure = columns.Contains(Exposure);
        CaseCounting? counting = null;
        CountPlan? plan = null;
        foreach (var row in reader.ReadRows())
        {
            try
            {
                if (plan is null)
                {
                    var kind = period.Text(row) switch
                    {
                        Week => PeriodKind.Week,
                        Month => PeriodKind.Month,
                        _ => throw period.NotAllowed(row, $"{Week}, {Month}"),
                    };
                    plan = new CountPlan(kind, dimensions, version.Text(row));
                    counting = new CaseCounting(reader.Header, plan, new CountColumns(columns[0], Count, hasExposure ? Exposure : null), messages);
                }

                if (fingerprint.Text(row) != plan.Fingerprint)
                {
                    throw new RefusalException(messages.OtherPlan(reader.Header.File, plan.Fingerprint, SafeEcho.Of(fingerprint.Text(row), messages)));
                }

                counting!.Add(row);
            }
            catch (RowException exception)
            {
                throw new RefusalException(exception.Message);
            }
        }

        return counting?.Build();
    }
}
