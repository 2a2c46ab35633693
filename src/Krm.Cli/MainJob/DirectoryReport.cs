using Krm.Analytics.Counting;
using Krm.Calendar.WorkingDays;
using Krm.Cli.Batches;
using Krm.Cli.Commands;
using Krm.Cli.Findings;
using Krm.Cli.Measures;
using Krm.Cli.Tables;
using Krm.Reporting;

namespace Krm.Cli.MainJob;

/// <summary>Makes the report of the files a run has written.</summary>
internal static class DirectoryReport
{
    /// <param name="directory">Where the files of the run are.</param>
    /// <param name="record">What the columns mean.</param>
    /// <param name="output">Receives the HTML; not closed.</param>
    /// <param name="context">The context of the command.</param>
    /// <exception cref="RefusalException">A file is missing or unreadable.</exception>
    public static void Write(string directory, ReportRecord record, Stream output, CommandContext context) => HtmlReport.Write(
        Build(directory, record, new ReportOptions { AsOf = record.AsOf, Versions = record.Versions }, context), output);

    /// <summary>The figures of a report of the files a run has written.</summary>
    /// <exception cref="RefusalException">A file is missing or unreadable.</exception>
    public static ReportData Build(string directory, ReportRecord record, ReportOptions options, CommandContext context)
    {
        var builder = new ReportBuilder(options);
        var counts = new CountCubeBuilder(record.By);
        AddCases(builder, counts, Path.Combine(directory, ResultFiles.Classified), record, context);
        var cube = counts.Build();
        foreach (var cause in CausesReader.Read(Path.Combine(directory, ResultFiles.Causes), context.Messages))
        {
            builder.Add(CauseFigure.Of(cause, cube, options.SmallestCount));
        }

        foreach (var effect in MeasureEffects.Of(record.Measures, cube, record.AsOf, WorkingDayCalendar.For(record.Land)))
        {
            builder.Add(effect);
        }

        return builder.Build();
    }

    private static void AddCases(
        ReportBuilder builder, CountCubeBuilder counts, string path, ReportRecord record, CommandContext context)
    {
        using var reader = new TableFile(path, TableFormat.Csv).OpenRead(context.Console, context.Messages);
        var columns = new ClassifiedColumns(reader.Header, record, context.Messages);
        reader.Wanted = columns.Needed;
        context.Progress.Run(context.Language.Choose("Berichten", "Reporting"), report =>
        {
            foreach (var row in ReadAhead.Of(reader.ReadRows(), context.Cancellation))
            {
                context.Cancellation.ThrowIfCancellationRequested();
                if (columns.IsGood(row))
                {
                    builder.Add(columns.ReadCase(row));
                    columns.Count(row, counts);
                }

                report(row.Number, reader.Fraction);
            }

            return true;
        });
    }
}
